// cspell:ignore framenavigated requestfailed
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  CDPSession,
  Page,
} from 'playwright-core';
import { onTestFinished } from 'vitest';
import { leave } from './leave.ts';

/** What a reader may do to a page that outlives the document and is undone as they leave. */
const UNDONE = ['emulateMedia', 'setViewportSize'] as const;

/** What a reader may do to a page or its context that outlives the document: neither is used again. */
const LASTING = {
  page: [
    'addInitScript',
    'exposeBinding',
    'exposeFunction',
    'routeFromHAR',
    'routeWebSocket',
    'setDefaultTimeout',
    'setExtraHTTPHeaders',
  ],
  context: [
    'addCookies',
    'addInitScript',
    'exposeBinding',
    'exposeFunction',
    'grantPermissions',
    'newCDPSession',
    'on',
    'once',
    'route',
    'routeFromHAR',
    'setExtraHTTPHeaders',
    'setOffline',
  ],
  clock: ['install', 'setFixedTime', 'setSystemTime'],
} as const;

/** What tests listen to. */
const EVENTS = [
  'console',
  'dialog',
  'download',
  'framenavigated',
  'pageerror',
  'popup',
  'request',
  'requestfailed',
  'requestfinished',
  'response',
  'worker',
] as const;

/** A page with the context that is its own, as one reader after the other has them. */
interface Kept {
  readonly options: BrowserContextOptions;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly session: CDPSession;
}

/**
 * A browser without a head opens a whole window for each reader, which takes longer than the page that a
 * test looks at. So a reader who leaves hands on the window, with nothing in it: no storage, no cache, no
 * history, nobody who listens. Who has changed more than that takes it along.
 */
export class PagePool {
  readonly #browser: Browser;
  readonly #free = new Map<string, Kept[]>();
  /** All that are open, lent or free, each with how it is closed indeed. */
  readonly #open = new Map<BrowserContext, () => Promise<void>>();

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** A context for a reader who comes for the first time; `close` gives it back. */
  async take(options: BrowserContextOptions): Promise<BrowserContext> {
    const key = JSON.stringify(options);
    const kept = this.#free.get(key)?.pop() ?? (await this.#make(options));
    return this.#lend(key, kept);
  }

  async #make(options: BrowserContextOptions): Promise<Kept> {
    const context = await this.#browser.newContext(options);
    const close = context.close.bind(context);
    this.#open.set(context, close);
    context.on('close', () => this.#open.delete(context));
    const page = await context.newPage();
    // A pointer that was never moved is on the page's first corner, and comes near to what stands there.
    await page.mouse.move(-10, -10);
    return { options, context, page, session: await context.newCDPSession(page) };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((close) => close()));
  }

  #lend(key: string, kept: Kept): BrowserContext {
    const { context, page } = kept;
    const addresses = new Set<string>();
    let given = false;
    let lasting = false;
    let changed = false;
    let left: Promise<void> | undefined;
    const own = { close: context.close, newPage: context.newPage };
    const before = new Set(methodsOn(page));
    const note = () => (lasting = true);
    const restore = [
      watch(page, LASTING.page, note),
      watch(context, LASTING.context, note),
      watch(page, UNDONE, () => (changed = true)),
      watch(page.clock, LASTING.clock, note),
    ];
    page.on('framenavigated', (frame) => addresses.add(frame.url()));
    context.newPage = async () => {
      if (given) return own.newPage.call(context);
      given = true;
      return page;
    };
    const handOn = async (): Promise<void> => {
      Object.assign(context, own);
      for (const one of restore) one();
      // A method around another would be in one more for each reader, and all of them would wait.
      for (const name of methodsOn(page)) if (!before.has(name)) Reflect.deleteProperty(page, name);
      if (lasting || context.pages().length !== 1 || !(await isEmptied(kept, addresses, changed)))
        return context.close();
      this.#free.set(key, [...(this.#free.get(key) ?? []), kept]);
    };
    const close = (): Promise<void> => (left ??= handOn());
    context.close = close;
    whenTestEnds(close);
    return context;
  }
}

/** A reader who came in a test leaves with it at the latest; one who came before all of them stays. */
function whenTestEnds(close: () => Promise<void>): void {
  try {
    onTestFinished(close);
  } catch {
    // No test has begun.
  }
}

/** The methods of a page that somebody has put there in the place of its own. */
function methodsOn(page: Page): string[] {
  const kind: object = Object.getPrototypeOf(page);
  return Object.entries(page).flatMap(([name, value]) =>
    typeof value === 'function' && name in kind ? name : [],
  );
}

/** Calls `note` before each of the methods until what is returned is called. */
function watch<Name extends string>(
  one: Record<Name, unknown>,
  names: readonly Name[],
  note: () => void,
): () => void {
  const own = names.map((name) => [name, one[name]] as const);
  for (const [name, method] of own)
    one[name] = function (this: unknown, ...args: unknown[]): unknown {
      note();
      return Reflect.apply(method as () => unknown, this, args);
    };
  return () => Object.assign(one, Object.fromEntries(own));
}

/** Whether nothing of a reader is left on the page. */
async function isEmptied(
  { page, session, options }: Kept,
  addresses: ReadonlySet<string>,
  changed: boolean,
): Promise<boolean> {
  try {
    for (const event of EVENTS) page.removeAllListeners(event);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    if (page.url() !== 'about:blank') await page.evaluate(() => sessionStorage.clear());
    await leave(page);
    if (changed) await undo(page, options);
    // What the process keeps at hand goes too, as it does where a reader is the first.
    for (const cacheDisabled of [true, false])
      await session.send('Network.setCacheDisabled', { cacheDisabled });
    await page.mouse.move(-10, -10);
    const origins = [...addresses].map((address) => URL.parse(address)?.origin ?? 'null');
    for (const origin of new Set(origins.filter((one) => one !== 'null')))
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await session.send('Network.clearBrowserCache');
    await session.send('Page.resetNavigationHistory');
    return true;
  } catch {
    // It was closed, or its document allows no storage: the next one gets a window of its own.
    return false;
  }
}

/** Gives a page the window and the wishes again with which its context was opened. */
async function undo(page: Page, options: BrowserContextOptions): Promise<void> {
  const { viewport, colorScheme, reducedMotion, forcedColors, contrast } = options;
  await page.setViewportSize(viewport ?? { width: 1280, height: 720 });
  await page.emulateMedia({
    media: null,
    colorScheme: colorScheme ?? 'light',
    reducedMotion: reducedMotion ?? 'no-preference',
    forcedColors: forcedColors ?? 'none',
    contrast: contrast ?? 'no-preference',
  });
}

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/browser.ts';

let running: Promise<Browser> | undefined;

/** The browser of this process, in which test files run one after the other. It ends with the process. */
async function theBrowser(): Promise<Browser> {
  running ??= launchChromium().then((browser) =>
    browser.on('disconnected', () => (running = undefined)),
  );
  return running;
}

/** What one test file has opened in the browser: nothing of it is left for the next. */
export class Contexts {
  readonly #browser: Browser;
  readonly #open = new Set<BrowserContext>();

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<Contexts> {
    return new Contexts(await theBrowser());
  }

  /** A reader who comes for the first time. */
  async newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.#browser.newContext(options);
    this.#open.add(context);
    context.on('close', () => this.#open.delete(context));
    return context;
  }

  /** A page of a reader who comes for the first time. */
  async newPage(options: BrowserContextOptions = {}): Promise<Page> {
    return (await this.newContext(options)).newPage();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open].map((context) => context.close()));
  }
}

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/browser.ts';
import { PagePool } from './page-pool.ts';

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
  readonly #pool: PagePool;

  private constructor(pool: PagePool) {
    this.#pool = pool;
  }

  static async open(): Promise<Contexts> {
    return new Contexts(new PagePool(await theBrowser()));
  }

  /** A reader who comes for the first time. Who closes it makes room for the next. */
  newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    return this.#pool.take(options);
  }

  /** A page of a reader who comes for the first time. */
  async newPage(options: BrowserContextOptions = {}): Promise<Page> {
    return (await this.newContext(options)).newPage();
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

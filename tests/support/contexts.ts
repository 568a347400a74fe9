// cspell:ignore maglev
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/browser.ts';
import { PagePool } from './page-pool.ts';

/**
 * What a browser is for: all that a reader does; or to look at pages whose own scripts do little, where
 * what compilers make of axe is left before it pays, and took a third of the time of its questions.
 */
export type Purpose = 'all' | 'looking';
const FLAGS: Readonly<Record<Purpose, readonly string[]>> = {
  all: [],
  looking: ['--js-flags=--no-maglev,--no-turbofan'],
};

const running = new Map<Purpose, Promise<Browser>>();

/** The browsers of this process, in which test files run one after the other. They end with the process. */
async function theBrowser(purpose: Purpose): Promise<Browser> {
  const browser =
    running.get(purpose) ??
    launchChromium(FLAGS[purpose]).then((started) =>
      started.on('disconnected', () => running.delete(purpose)),
    );
  running.set(purpose, browser);
  return browser;
}

/** What one test file has opened in the browser: nothing of it is left for the next. */
export class Contexts {
  readonly #pool: PagePool;

  private constructor(pool: PagePool) {
    this.#pool = pool;
  }

  static async open(purpose: Purpose = 'all'): Promise<Contexts> {
    return new Contexts(new PagePool(await theBrowser(purpose)));
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

import type { Page, Request } from 'playwright-core';

/** What never comes, as some tests want it, is waited for this long and no longer. */
const HANGS_MS = 1500;

/**
 * settles makes a page's goto and reload end only when what the page asked for has come and ran. A page is
 * loaded before the parts that it imports are there: who reads at once what such a part fills in, reads it
 * or not, as the machine is busy or not.
 */
export function settles<T extends Page>(page: T): T {
  const open = new Set<Request>();
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  const settled = async (): Promise<void> => {
    const until = Date.now() + HANGS_MS;
    do {
      await page.evaluate(twoFrames);
      if (open.size > 0) await new Promise((done) => setTimeout(done, 10));
    } while (open.size > 0 && Date.now() < until);
  };
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...to) => {
    open.clear();
    const answer = await goto(...to);
    await settled();
    return answer;
  };
  page.reload = async (...how) => {
    open.clear();
    const answer = await reload(...how);
    await settled();
    return answer;
  };
  return page;
}

/** A part asked for when something is near is asked for after a frame; what came runs after another. */
const twoFrames = (): Promise<void> =>
  new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
    // A page in the background has no frames.
    setTimeout(done, 100);
  });

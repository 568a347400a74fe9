import type { Browser } from 'playwright-core';

/* A slow phone as Lighthouse describes it, but lived through and not computed: each visit waits. */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 204_800,
  uploadThroughput: 96_000,
};
const SLOWER = 4;
/** A page may still ask for something, or grow, in this time after its load. */
const REST_MS = 800;

/** A first visit. */
export interface FirstVisit {
  /** Milliseconds from the request of the page to its largest paint. */
  lcp: number;
  /** What was asked for, and the bytes of the bodies as sent. */
  addresses: readonly string[];
  bytes: number;
}

/**
 * Visits a page in a fresh context without a cache, on a line of 1.6 Mbit/s with 150 ms a round trip
 * and with a processor four times slower.
 */
export async function firstVisit(browser: Browser, url: string): Promise<FirstVisit> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  try {
    const page = await context.newPage();
    const addresses: string[] = [];
    let bytes = 0;
    const tools = await context.newCDPSession(page);
    tools.on('Network.requestWillBeSent', ({ request }) => {
      if (request.url.startsWith('http')) addresses.push(request.url);
    });
    tools.on('Network.loadingFinished', (ended) => (bytes += ended.encodedDataLength));
    await tools.send('Network.enable');
    await tools.send('Network.emulateNetworkConditions', LINE);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(REST_MS);
    return { lcp: await page.evaluate(lastLargest), addresses, bytes };
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
function lastLargest(): Promise<number> {
  return new Promise((found) => {
    const watch = new PerformanceObserver((list) =>
      found(list.getEntries().at(-1)?.startTime ?? 0),
    );
    watch.observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

import { join } from 'node:path';
import { build } from 'esbuild';
import { launchChromium } from '../../scripts/browser.ts';
import { root } from '../support/paths.ts';
import { median } from '../support/stats.ts';

/** Milliseconds of all verdicts in Chromium, medians; each time in a fresh page, so the first there. */
export interface BrowserFigures {
  /** In a worker, from its creation to its answer: loading the model's text is part of it. */
  readonly workerMs: number;
  /** On a thread that is four times slower: the page's, because Chromium slows no worker down. */
  readonly slowMs: number;
}

const RUNS = 9;
const SLOWER = 4;

const CODE = `import { verdicts } from './src/model/index.ts';
globalThis.judgeAll = () => verdicts().rows.length;
if (typeof document === 'undefined') postMessage(globalThis.judgeAll());`;

/** measureInBrowser judges every policy in Chromium. */
export async function measureInBrowser(): Promise<BrowserFigures> {
  const text = await bundled(CODE);
  const browser = await launchChromium();
  try {
    const [worker, slow]: [number[], number[]] = [[], []];
    for (let i = 0; i < RUNS; i++) {
      const page = await browser.newPage();
      worker.push(await page.evaluate(inWorker, text));
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      slow.push(await page.evaluate(onPage, text));
      await page.close();
    }
    return { workerMs: median(worker), slowMs: median(slow) };
  } finally {
    await browser.close();
  }
}

/** A program over the model as one text. */
export async function bundled(contents: string): Promise<string> {
  const stdin = { contents, resolveDir: root, loader: 'ts' } as const;
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    outfile: join(root, 'judge.js'),
  });
  return outputFiles[0]?.text ?? '';
}

/* These two run in the page. */

/** Milliseconds until a fresh worker with that text has answered. */
export function inWorker(text: string): Promise<number> {
  const start = performance.now();
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const worker = new Worker(url);
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => {
      worker.terminate();
      if (data > 0) resolve(performance.now() - start);
      else reject(new Error('no verdicts'));
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  });
}

function onPage(text: string): number {
  const script = document.createElement('script');
  script.textContent = text;
  const start = performance.now();
  document.head.append(script);
  (globalThis as unknown as { judgeAll: () => number }).judgeAll();
  return performance.now() - start;
}

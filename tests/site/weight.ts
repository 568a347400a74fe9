import { gzipSync } from 'node:zlib';
import type { Visit } from './browser.ts';

/**
 * Bytes of a page's load as sent with gzip, by kind; scripts inside the page count as scripts, and the
 * sheet for paper, for which no page waits, as a kind of its own.
 */
export type Weight = Record<'script' | 'style' | 'paper' | 'font', number>;

const packed = (text: Buffer | string): number => gzipSync(text).length;

/** Files by their addresses, which have their content's hash: pages share them. */
const files = new Map<string, Promise<Buffer>>();
const packedFiles = new Map<string, Promise<number>>();

/** A browser forgets what it sent for, as a page goes on; so the host is asked once more. */
function fileAt(url: string): Promise<Buffer> {
  const file = files.get(url) ?? fetch(url).then(async (it) => Buffer.from(await it.arrayBuffer()));
  files.set(url, file);
  return file;
}
function packedAt(url: string): Promise<number> {
  const size = packedFiles.get(url) ?? fileAt(url).then(packed);
  packedFiles.set(url, size);
  return size;
}

/** What a page has loaded until now. */
export async function weightOf(page: Visit): Promise<Weight> {
  const weight: Weight = { script: 0, style: 0, paper: 0, font: 0 };
  const paper = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[media=print]')].map(({ href }) => href),
  );
  for (const response of page.faults.responses) {
    const kind = response.request().resourceType();
    if (kind === 'script') weight.script += await packedAt(response.url());
    if (kind === 'stylesheet')
      weight[paper.includes(response.url()) ? 'paper' : 'style'] += await packedAt(response.url());
    if (kind === 'font') weight.font += (await fileAt(response.url())).length;
  }
  const [scripts = [], styles = []] = await page.evaluate(() => [
    [...document.querySelectorAll('script:not([src])')].map(({ textContent }) => textContent ?? ''),
    [...document.querySelectorAll('style')].map(({ textContent }) => textContent ?? ''),
  ]);
  for (const text of scripts) weight.script += packed(text);
  for (const text of styles) weight.style += packed(text);
  return weight;
}

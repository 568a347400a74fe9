import { gzipSync } from 'node:zlib';
import type { Visit } from './browser.ts';

/**
 * Bytes of a page's load as sent with gzip, by kind; scripts inside the page count as scripts, and the
 * sheet for paper, for which no page waits, as a kind of its own.
 */
export type Weight = Record<'script' | 'style' | 'paper' | 'font', number>;

/** What a page has loaded until now. */
export async function weightOf(page: Visit): Promise<Weight> {
  const weight: Weight = { script: 0, style: 0, paper: 0, font: 0 };
  const packed = (text: Buffer | string) => gzipSync(text).length;
  const paper = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[media=print]')].map(({ href }) => href),
  );
  for (const response of page.faults.responses) {
    const kind = response.request().resourceType();
    if (kind === 'script') weight.script += packed(await response.body());
    if (kind === 'stylesheet')
      weight[paper.includes(response.url()) ? 'paper' : 'style'] += packed(await response.body());
    if (kind === 'font') weight.font += (await response.body()).length;
  }
  const [scripts = [], styles = []] = await page.evaluate(() => [
    [...document.querySelectorAll('script:not([src])')].map(({ textContent }) => textContent ?? ''),
    [...document.querySelectorAll('style')].map(({ textContent }) => textContent ?? ''),
  ]);
  for (const text of scripts) weight.script += packed(text);
  for (const text of styles) weight.style += packed(text);
  return weight;
}

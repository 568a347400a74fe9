import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { all, parseHtml } from '../../src/editions/dom.ts';
import { leave } from '../support/leave.ts';
import { DESK, Site } from './browser.ts';

/* A reader who comes back: the browser keeps all that can be kept, and pages show it. */

const LIMIT = 6 * 1024;

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const read = (path: string): Buffer => readFileSync(join(site.folder, decodeURI(path)));
const packed = (path: string): number => gzipSync(read(path)).length;
const pageOf = (path: string) =>
  parseHtml(read(path.endsWith('/') ? `${path}index.html` : path).toString());

interface Kind {
  readonly path: string;
  /** The scripts that its page names. */
  readonly scripts: readonly string[];
  readonly weight: number;
}

function kindOf(path: string): Kind {
  const scripts = all(pageOf(path), 'script');
  const files = scripts.flatMap((script) => script.getAttribute('src') ?? []);
  const inside = scripts.filter((script) => !script.hasAttribute('src'));
  const own = inside.map(({ textContent }) => gzipSync(textContent).length);
  const weight = [...files.map(packed), ...own].reduce((sum, one) => sum + one, 0);
  return { path, scripts: files, weight };
}

/** Of the pages that name the same scripts the one that has most of it. */
function heaviest(paths: readonly string[]): string[] {
  const kinds = new Map<string, Kind>();
  for (const kind of paths.map(kindOf)) {
    const name = kind.scripts.toSorted().join();
    const other = kinds.get(name);
    if (!other || other.weight < kind.weight) kinds.set(name, kind);
  }
  return [...kinds.values()].map(({ path }) => path);
}

/** What a browser keeps that has read every page, answered every check and guessed every card. */
function everything(paths: readonly string[]): string {
  const answers: Record<string, boolean> = {};
  for (const path of paths) {
    const page = pageOf(path);
    for (const check of all(page, '.check[data-key][id]')) answers[`${path}#${check.id}`] = true;
    for (const { previousElementSibling: heading } of all(page, '.guess'))
      answers[`${path}#${heading?.id}`] = false;
  }
  expect(Object.keys(answers).length).toBeGreaterThan(150);
  const name = 'stage-two progress';
  return JSON.stringify({ name, version: 1, read: paths, answers });
}

test('each kind of page keeps to 6 KB of script for a reader who comes back', async () => {
  // An address that leads nowhere searches at once.
  const paths = (await site.paths()).filter((path) => path !== '/404.html');
  const kinds = heaviest(paths);
  expect(kinds.length).toBeGreaterThan(10);
  for (const one of ['/exercises/', '/guide/misunderstandings/', '/guide/exam/', '/paths/'])
    expect(kinds.some((path) => kindOf(path).scripts.join() === kindOf(one).scripts.join())).toBe(
      true,
    );
  const kept = everything(paths);
  const page = await site.visit('/404.html', DESK);
  await page.addInitScript((text) => {
    try {
      localStorage.setItem('stage-two progress', text);
      localStorage.setItem('guesses', '{"fwb-is-enough-for-capability-243":"true"}');
    } catch {
      // A frame that is a stranger everywhere keeps nothing.
    }
  }, kept);
  const over: Record<string, number> = {};
  for (const path of kinds) {
    // Nothing of the page before comes along, so that each loads all that it needs.
    await leave(page);
    await page.mouse.move(-10, -10);
    page.faults.requests.length = 0;
    await page.goto(path, { waitUntil: 'networkidle' });
    const inside = await page.evaluate(() =>
      [...document.querySelectorAll('script:not([src])')].map(({ textContent }) => textContent),
    );
    // As they stand in the folder: what a browser has in its cache it may not hand out again.
    const files = new Set(page.faults.requests.filter((file) => file.endsWith('.js')));
    const weights = [...inside.map((text) => gzipSync(text).length), ...[...files].map(packed)];
    const weight = weights.reduce((sum, one) => sum + one, 0);
    if (weight > LIMIT) over[path] = weight;
  }
  expect(over).toEqual({});
  await page.context().close();
}, 600_000);

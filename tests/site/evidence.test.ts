import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readIds, today } from '../../src/evidence/ids.ts';
import { all, parseHtml } from '../../src/editions/dom.ts';
import { root } from '../../src/root.ts';
import { builtSite } from './build.ts';

const recorded = readIds(readFileSync(join(root, 'content/data/evidence/ids.json'), 'utf8'));
let site: string;
let page: Document;
beforeAll(async () => {
  site = await builtSite();
  page = parseHtml(readFileSync(join(site, 'evidence/index.html'), 'utf8'));
});
const read = (path: string): string => readFileSync(join(site, path), 'utf8');

describe('the page of evidence', () => {
  test('has a place for every id that was ever handed out', () => {
    const places = new Set(all(page, '[id]').map(({ id }) => id));
    expect(recorded.length).toBeGreaterThan(1000);
    expect(recorded.filter(({ id }) => !places.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('leads from each claim to the chapter, which has the claim under the same id', () => {
    const chapters = new Map<string, Set<string>>();
    const lost = all(page, '.claims > li > a').filter((link) => {
      const [route = '', id = ''] = (link.getAttribute('href') ?? '').split('#');
      const known =
        chapters.get(route) ??
        new Set(all(parseHtml(read(`${route}index.html`)), '[id]').map((one) => one.id));
      chapters.set(route, known);
      return !known.has(id);
    });
    expect(lost.map((link) => link.getAttribute('href'))).toEqual([]);
    const live = recorded.filter(({ of, id }) => of === 'claim' && today(id, recorded) === id);
    expect(all(page, '.claims > li')).toHaveLength(live.length);
  });

  test('is where each claim of a chapter leads, to the row that has its id', () => {
    const without = all(page, '.claims > li > a').filter((link) => {
      const [route = '', id = ''] = (link.getAttribute('href') ?? '').split('#');
      return !read(`${route}index.html`).includes(` href="/evidence/#${id}"`);
    });
    expect(without.map((link) => link.getAttribute('href'))).toEqual([]);
  });

  test('leads from rules to claims that are on it, and names tests and files of the model', () => {
    const places = new Set(all(page, '[id]').map(({ id }) => id));
    const inRules = all(page, '.witnesses tbody a[href^="#"]').map(
      (link) => link.getAttribute('href')?.slice(1) ?? '',
    );
    expect(inRules.filter((id) => !places.has(id))).toEqual([]);
    const claims = new Set(all(page, '.claims > li').map(({ id }) => id));
    expect(inRules.filter((id) => claims.has(id)).length).toBeGreaterThan(10);
    expect(page.querySelector('#one ~ details thead')?.textContent).toContain('Mutants');
  });

  test('is folded by kind, open where a rule has one witness, and no place is outside of a fold', () => {
    const folds = all(page, 'article details');
    expect(folds.filter((fold) => fold.hasAttribute('open'))).toHaveLength(1);
    expect(page.querySelector('#one + details')?.hasAttribute('open')).toBe(true);
    const folded = new Set(
      folds.flatMap((fold) => [fold.id, ...all(fold, '[id]').map((one) => one.id)]),
    );
    expect(recorded.filter(({ id }) => !folded.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('is at most 98 KB with gzip, 580 KB without: names that no line may part are marked', () => {
    const html = readFileSync(join(site, 'evidence/index.html'));
    expect(gzipSync(html).length).toBeLessThan(98 * 1024);
    expect(html.length).toBeLessThan(580 * 1024);
  });

  test('is where the steps of a decision lead', () => {
    const chapter = parseHtml(read('guide/what-kvm-decides/index.html'));
    const steps = all(chapter, '.show-steps a[href^="/evidence/#"]').map((one) =>
      one.getAttribute('href')?.slice('/evidence/#'.length),
    );
    const rules = new Set(recorded.filter(({ of }) => of === 'rule').map(({ id }) => id));
    expect(steps.length).toBeGreaterThan(2);
    expect(steps.filter((id) => id === undefined || !rules.has(id))).toEqual([]);
  });

  test('is named by the contents, the map, llms.txt and the site map', () => {
    expect(read('guide/memslots/index.html')).toContain('href="/evidence/"');
    expect(all(parseHtml(read('map/index.html')), 'main a[href="/evidence/"]')).toHaveLength(1);
    expect(read('llms.txt')).toContain('/evidence/)');
    expect(read('sitemap-0.xml')).toContain('/evidence/');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, Site } from './browser.ts';

/*
 * What leaves a page, by the kind of figure: as a link to its state, a command, a test for Vitest, a text for
 * a mail, CSV and JSON. What has no such form says here why. The list of a page offers the first part; the
 * second has buttons of its own.
 */
let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const FIGURE = ['link', 'mail', 'json', 'command', 'test'];
const TABLE = ['csv', 'json', 'mail', 'cell'];
/** A picture is no table, so it has no CSV; a table is no state, and a cell has its link. A null: the first page with one. */
const LISTED = {
  combine: { at: null, offers: FIGURE },
  decide: { at: null, offers: FIGURE },
  'break-it': { at: null, offers: FIGURE },
  stepper: { at: null, offers: FIGURE },
  verdicts: { at: null, offers: FIGURE },
  space: { at: null, offers: FIGURE },
  migration: { at: null, offers: FIGURE },
  decode: { at: null, offers: FIGURE },
  // A drawing lays several answers beside each other; its chapter asks each in a snippet. Those that ask one
  // question, as the leak does, have its command and test.
  drawing: { at: '/guide/caches-and-points/', offers: ['link', 'mail', 'json'] },
  // The inputs of a merged row, or of a list of facts, are no single question: no test. Of those that are a
  // function over all of its inputs, as the bytes of MAIR, each answer is in the test.
  table: { at: '/reference/stage-2-encodings/', offers: [...TABLE, 'test'] },
} as const;

const OWN = {
  // The test has the first 50 rows, and says of how many; all of them are a file of rows, which `conform` holds.
  // Nobody mails them: the link carries the filter.
  rows: ['csv', 'json', 'test', 'command', 'link'],
  // The mail's table is the answer; CSV of one number says nothing more.
  numbers: ['link', 'markdown', 'json', 'test', 'command'],
  host: ['link', 'markdown', 'json', 'test', 'command'],
  triage: ['link', 'mail', 'json', 'test', 'command'],
} as const;

/** What is a list of links to elsewhere, or text that is read: its tables leave as all tables do. */
const TEXT = ['cases', 'map', 'timeline', 'debate', 'glossary', 'policies', 'snippet'];

const pages = (): readonly (readonly [string, string])[] =>
  readdirSync(site.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.html') && !name.startsWith('print'))
    .toSorted()
    .map((name) => [
      `/${name.replace(/index\.html$/, '')}`,
      readFileSync(join(site.folder, name), 'utf8'),
    ]);

const kindsIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/<stage-([a-z-]+)/g)].map(([, kind = '']) => kind)),
];

test('each kind of figure of the site is said here, and none that has gone', () => {
  const all = [...new Set(pages().flatMap(([, html]) => kindsIn(html)))].toSorted();
  expect(all).toEqual([...Object.keys(LISTED), ...Object.keys(OWN), ...TEXT].toSorted());
});

test.each(Object.entries(LISTED))('a figure %s leaves its page', async (kind, { at, offers }) => {
  const route = (at ?? pages().find(([, html]) => kindsIn(html).includes(kind))?.[0]) || '';
  const page = await site.visit(`${route}#tables=1.`, DESK);
  await expect.poll(() => page.locator('.tables-here').count()).toBe(1);
  const sets = await page
    .locator('.tables-here li')
    .evaluateAll((items) =>
      items.map((item) =>
        [...item.querySelectorAll<HTMLElement>('[data-form]')].map(
          ({ dataset }) => dataset['form'],
        ),
      ),
    );
  expect(sets).toContainEqual([...offers]);
});

describe('a figure with buttons of its own', () => {
  test.each(Object.entries(OWN))('%s has them', (kind, forms) => {
    const html = pages().find(([, text]) => kindsIn(text).includes(kind))?.[1] ?? '';
    const start = html.indexOf(`<stage-${kind}`);
    const own = html.slice(start, html.indexOf(`</stage-${kind}>`, start));
    const offered = [...own.matchAll(/data-take="([a-z]+)"/g)].map(([, form = '']) => form);
    const links = /data-part="link"|data-copy="link"/.test(own) ? ['link'] : [];
    expect(new Set([...offered, ...links])).toEqual(new Set(forms));
  });
});

import { describe, expect, test } from 'vitest';
import { readAdvisories } from '../../src/book/lists/advisories.ts';
import { readSources } from '../../src/book/lists/sources.ts';
import { contentDir } from '../../src/book/places.ts';
import { toHtmlString } from '../../src/figures/show/node.ts';
import { advisoryTable } from '../../src/figures/tables/advisories.ts';
import { drawTable } from '../../src/figures/tables/draw.ts';
import { slug } from '../../src/figures/tables/table.ts';

const { advisories, problems } = readAdvisories(contentDir(), readSources(contentDir()).ids);
const table = advisoryTable(advisories);
const html = drawTable(table, 'advisories').map(toHtmlString).join('');

describe('the table of advisories', () => {
  test('reads a list without problems', () => {
    expect(problems).toEqual([]);
    expect(advisories.length).toBeGreaterThan(10);
  });

  test('has every advisory once, under an address of its own', () => {
    const rows = table.groups.flatMap((group) => group.rows);
    const ids = advisories.map(({ name }) => slug(name));
    expect(rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(advisories.length);
    for (const { name } of advisories) expect(html).toContain(name);
  });

  test('shows each number, each source, and what was not opened', () => {
    const closed = advisories.flatMap(({ unread }) => unread ?? []);
    expect(closed.length).toBeGreaterThan(0);
    for (const one of closed) expect(html).toContain(`Not opened: ${one}.`);
    for (const one of advisories.flatMap(({ number }) => number)) expect(html).toContain(one);
    for (const one of advisories.flatMap(({ source }) => source))
      expect(html).toContain(`/sources/#${one}`);
  });

  // Numbers and dates as the CVE records and the advisories of Xen have them.
  test.each([
    ['XSA-364', 'CVE-2021-26933', '2021-02-16'],
    ['XSA-437', 'CVE-2023-34321', '2023-09-05'],
    ['XSA-447', 'CVE-2023-46837', '2023-12-12'],
    ['CVE-2026-46309', 'CVE-2026-46309', '2026-06-08'],
  ])('%s is %s, of %s', (name, number, date) => {
    expect(advisories.find((one) => one.name === name)).toMatchObject({ number: [number], date });
  });

  test('a heading counts those without a number', () => {
    const [leaks] = table.groups;
    const open = advisories.filter(({ kind, number }) => kind === 'leak' && number.length === 0);
    expect(open.length).toBeGreaterThan(0);
    expect(leaks?.heading).toContain(`; ${open.length} of ${leaks?.rows.length} without a CVE`);
  });

  test('one that is not confirmed says so', () => {
    const [first] = advisories;
    if (first === undefined) throw new Error('no advisory');
    const drawn = drawTable(advisoryTable([{ ...first, status: 'inferred' }]), 'one');
    expect(drawn.map(toHtmlString).join('')).toContain('<span class="status">inferred</span>');
    expect(html).not.toContain('class="status"');
  });
});

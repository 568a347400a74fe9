import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCell, whyNoTables } from '../../src/figures/cells/link.ts';
import { readLink as readHost } from '../../src/figures/host/link.ts';
import { readLink as readNumbers } from '../../src/figures/numbers/link.ts';
import { fieldsOf, readLink as readRows } from '../../src/figures/rows/state.ts';
import { rowsStatic } from '../../src/figures/rows/static.ts';
import { readLink as readTriage } from '../../src/figures/triage/read-link.ts';
import { readLink as readPolicy } from '../../src/policies/link.ts';
import { root } from '../../src/root.ts';
import { readLink as readSnippet } from '../../src/snippets/core/link.ts';

type Read = (fragment: string) => object | Promise<object>;

const { data } = rowsStatic('memslot');
/** Every kind of link whose text stands behind the number of its form. */
const READERS: Readonly<Record<string, Read>> = {
  cell: readCell,
  tables: (fragment) => ({ why: whyNoTables(fragment) }),
  'will-it-work': (fragment) => readHost(fragment, []),
  numbers: readNumbers,
  rows: (fragment) => readRows(fieldsOf(data), data, fragment),
  triage: readTriage,
  policy: readPolicy,
  snippet: readSnippet,
};

/** Why a link was not opened. */
async function saidOf(read: Read, fragment: string): Promise<string> {
  const found = (await read(fragment)) as { why?: string | null; problems?: readonly string[] };
  return found.why ?? found.problems?.join(' ') ?? '';
}

describe.each(Object.entries(READERS))('a link to %s', (name, read) => {
  test.each([
    ['without a text', '', /^This link is torn/],
    ['without a number', 'abc', /^This link is torn/],
    ['with its number cut off', '.abc', /^This link is torn/],
    ['with its text cut off', '1', /^This link is torn/],
    ['with another sign for its number', '<b>.abc', /^This link is torn/],
    ['with a number that no version has', '1234.abc', /^This link is torn/],
    ['with a huge number', `${'1'.repeat(1e6)}.abc`, /^This link is torn/],
    ['of another version', '2.abc', /^This link is of another version/],
    ['of another version, and huge', `27.${'a'.repeat(1e6)}`, /^This link is of another version/],
    ['that is huge', `1.${'a'.repeat(1e6)}`, /^This link is longer/],
  ])('%s', async (_, text, why) => {
    expect(await saidOf(read, `#${name}=${text}`)).toMatch(why);
  });
});

test('each kind is among them, and none has a rule of its own', () => {
  const files = globSync('src/**/*.{ts,astro}', { cwd: root }).filter(
    (file) => file !== 'src/link/unread.ts',
  );
  const texts = files.map((file) => readFileSync(join(root, file), 'utf8'));
  expect(
    texts.filter((text) => /This link is of another version|const FORM = '\d/.test(text)),
  ).toEqual([]);
  const asking = files.filter((_, i) => texts[i]?.includes('whyUnread('));
  // What a figure's fields say is read in one place, for three figures; a cell and the list of tables in another.
  expect(asking).toHaveLength(Object.keys(READERS).length - 3);
});

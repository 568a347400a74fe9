import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkNamed } from '../../src/book/checks/named-check.ts';
import { NAMED } from '../../src/book/named.ts';
import { FAULT } from '../../src/triage/chapters.ts';
import { REASONS } from '../../src/triage/reasons/data.ts';
import { root } from '../../src/root.ts';
import { renderReport } from '../../src/book/report.ts';

test('a chapter that the code names and the guide lost is reported, word for word', () => {
  const addresses = [...Object.values(NAMED), FAULT, ...Object.values(REASONS.chapters)];
  const all = new Map<string, Set<string>>();
  for (const address of addresses) {
    const [route = '', id] = address.split('#');
    const anchors = all.get(route) ?? new Set();
    if (id !== undefined) anchors.add(id);
    all.set(route, anchors);
  }
  const pages = [...all].map(([route, anchors]) => ({ route, anchors }));
  expect(checkNamed(pages)).toEqual([]);
  const renamed = pages.map((page) => ({
    ...page,
    route: page.route.replace('landed', 'landing'),
  }));
  const report = readFileSync(join(import.meta.dirname, 'fixtures/named/report.txt'), 'utf8');
  expect(renderReport(checkNamed(renamed.slice(1)))).toBe(report);
  // A heading that was renamed, and one of a page that cannot be read.
  const without = (anchors: ReadonlySet<string> | null) =>
    checkNamed(pages.map((page) => ({ ...page, anchors }))).map(({ received }) => received);
  expect(without(new Set())).toEqual(addresses.filter((address) => address.includes('#')));
  expect(without(null)).toEqual([]);
});

test('no code names a chapter beside the lists of those that it names', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const naming = files.filter((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      // Examples of a schema and comments lead nowhere.
      .some(
        (line) => /["'`]\/guide\/[a-z]/.test(line) && !/examples:|^\s*(?:\/?\*|\/\/)/.test(line),
      ),
  );
  expect(naming.toSorted()).toEqual(
    ['src/book/named.ts', 'src/triage/chapters.ts', 'src/triage/reasons/reasons.json'].map((file) =>
      join(root, file),
    ),
  );
});

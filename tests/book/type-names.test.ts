import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const guide = join(import.meta.dirname, '../../content/guide');

/** Where every spelling of one memory type stands beside the others. */
const TABLE = '(/cheat-sheet/#one-type-many-names)';

/** Pages whose cards and questions are of other chapters, which have the link. */
const OF_OTHERS = new Set(['exam.mdx', 'misunderstandings.mdx']);

/** What a reader sees: prose and what programs print, without their code. */
const seen = (text: string) => text.replaceAll(/^```(?!text output).*?^```$/gms, '');
const both = (text: string) =>
  /\bMT_(?:NORMAL|DEVICE)/.test(seen(text)) && /\bWrite-Back\b|\bWB\b/.test(seen(text));

const pages = readdirSync(guide)
  .filter((name) => !OF_OTHERS.has(name))
  .map((name) => ({ name, text: readFileSync(join(guide, name), 'utf8') }));

test('a chapter that spells types as Linux and as the manual leads to the table of names', () => {
  const switching = pages.filter(({ text }) => both(text));
  expect(switching.length).toBeGreaterThan(5);
  const without = switching.filter(({ text }) => !text.includes(TABLE)).map(({ name }) => name);
  expect(without).toEqual([]);
});

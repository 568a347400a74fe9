import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROVIDED } from '../../src/book/checks/provided.ts';

/** What Markdown becomes by itself; a page does not write it. */
const MADE = new Set(['Code', 'Snippet']);

test('the names that the book knows are those that the page template provides', () => {
  const url = new URL('../../src/components/provided.ts', import.meta.url);
  const given = /^export const provided = \{$([^]*?)^\};$/m.exec(readFileSync(url, 'utf8'))?.[1];
  const names = [...(given ?? '').matchAll(/^ {2}([A-Z]\w*)/gm)].map(([, name = '']) => name);
  expect(names.filter((name) => !MADE.has(name)).toSorted()).toEqual(PROVIDED.toSorted());
});

import { expect, test } from 'vitest';
import { minutesOf } from '../../src/book/page/minutes.ts';

const page = (words: number, snippets: number) =>
  `---\ntitle: T\n---\n\n${'word '.repeat(words)}\n\n${'```ts run id="a"\nconst a = 1; // one two three\n```\n\n'.repeat(snippets)}`;

test.each([
  [180, 0, 1],
  [1800, 0, 10],
  [900, 5, 10],
  [3, 0, 1],
])('%i words and %i snippets take %i minutes', (words, snippets, minutes) =>
  expect(minutesOf(page(words, snippets))).toBe(minutes),
);

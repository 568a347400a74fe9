import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { propertyName, SEARCHABLE } from '../../src/model/index.ts';

const guide = join(import.meta.dirname, '../../content/guide');
const chapters = readdirSync(guide).filter((name) => name.endsWith('.mdx'));

/** Names that only code has; `coherent` is a word of people too. */
const names = Object.keys(SEARCHABLE).filter(
  (name) => propertyName(name) !== name && /[A-Z]/.test(name),
);

function outputs(chapter: string): string[] {
  const text = readFileSync(join(guide, chapter), 'utf8');
  return [...text.matchAll(/^```text output\n(.*?)^```$/gms)].map(([, output = '']) => output);
}

describe('what snippets of the guide print', () => {
  test('there are such names, and outputs', () => {
    expect(names).toContain('noLeak');
    expect(chapters.flatMap(outputs).length).toBeGreaterThan(100);
  });

  test.each(chapters)('%s names what was asked in words, and numbers no rows', (chapter) => {
    const code = new RegExp(`\\b(?:${names.join('|')})\\b|\\(index\\)`);
    expect(outputs(chapter).filter((output) => code.test(output))).toEqual([]);
  });
});

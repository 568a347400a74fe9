import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { propertyName, SEARCHABLE } from '../../src/model/index.ts';

const content = join(import.meta.dirname, '../../content');
const chapters = ['guide', 'exercises', 'reference'].flatMap((folder) =>
  readdirSync(join(content, folder))
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => `${folder}/${name}`),
);

/** Names that only code has; `coherent` is a word of people too. */
const names = Object.keys(SEARCHABLE).filter(
  (name) => propertyName(name) !== name && /[A-Z]/.test(name),
);

function outputs(chapter: string): string[] {
  const text = readFileSync(join(content, chapter), 'utf8');
  return [...text.matchAll(/^```text output\n(.*?)^```$/gms)].map(([, output = '']) => output);
}

/** Where a value is to be typed, it stands as it is typed. */
const TO_TYPE = /\b(?:true|false) instead of (?:true|false)\b|\btrue or false\b/g;

describe('what snippets of the content print', () => {
  test('there are such names, and outputs', () => {
    expect(names).toContain('noLeak');
    expect(chapters.flatMap(outputs).length).toBeGreaterThan(100);
  });

  test.each(chapters)('%s names what was asked in words, and numbers no rows', (chapter) => {
    const code = new RegExp(`\\b(?:${names.join('|')})\\b|\\(index\\)`);
    expect(outputs(chapter).filter((output) => code.test(output))).toEqual([]);
  });

  test.each(chapters)('%s says yes or no, and what is not there', (chapter) => {
    const lines = outputs(chapter).flatMap((output) => output.replace(TO_TYPE, '').split('\n'));
    expect(
      lines.filter((line) => /\b(?:true|false|null|undefined|NaN)\b|\[object/.test(line)),
    ).toEqual([]);
  });
});

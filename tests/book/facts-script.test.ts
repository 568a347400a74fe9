import { describe, expect, test } from 'vitest';
import { factsOfJson } from '../../scripts/facts/json.ts';
import { factsOfMarkdown } from '../../scripts/facts/markdown.ts';
import { ownFacts } from '../../scripts/facts/own.ts';

const ids = new Set(['V10-6', 'SEED', 'ARM-ARM']);
const read = (text: string) => factsOfMarkdown('a.md', text, ids);

describe('statements of a Markdown text', () => {
  test('have the word before their sources, in brackets or in a table', () => {
    expect(read('## 1.3 Rules\n- So. (confirmed) [V10-6, SEED]; or so (inferred) [SEED].')).toEqual(
      [
        { where: 'a.md 1.3', status: 'confirmed', sources: ['V10-6', 'SEED'] },
        { where: 'a.md 1.3', status: 'inferred', sources: ['SEED'] },
      ],
    );
    expect(read('| KVM | inferred from the code [SEED]; unknown |')).toEqual([
      { where: 'a.md', status: 'inferred', sources: ['SEED'] },
    ]);
  });

  test('a word without sources says nothing of the next ones', () => {
    expect(
      read('This (inferred), from absence. That (confirmed, read) [SEED, quoted in V10-6]'),
    ).toEqual([{ where: 'a.md', status: 'confirmed', sources: ['SEED', 'V10-6'] }]);
  });

  test('a word that opens the bracket counts, for its section too', () => {
    expect(read('## 6.3 List\n1. Do it. [inferred from SEED]\n2. And this. [V10-6]')).toEqual([
      { where: 'a.md 6.3', status: 'inferred', sources: ['SEED'] },
      { where: 'a.md 6.3', status: 'inferred', sources: ['V10-6'] },
    ]);
  });

  test('sources alone take the status of their section, and none before it has one', () => {
    expect(
      read('## Caches\n[SEED]\n(confirmed) [ARM-ARM]\n- A rule [V10-6] [R_ABC]\n## Next\n[SEED]'),
    ).toEqual([
      { where: 'a.md Caches', status: 'confirmed', sources: ['ARM-ARM'] },
      { where: 'a.md Caches', status: 'confirmed', sources: ['V10-6'] },
    ]);
  });
});

test('statements of a list have its own words; entries without a source are left out', () => {
  const list = [
    { term: 'FWB', source: ['SEED'], status: 'confirmed' },
    { person: 'A', topic: 'b', source: ['SEED'], status: 'inferred' },
    { term: 'PFN', status: 'general-knowledge' },
  ];
  expect(factsOfJson('g.json', JSON.stringify(list))).toEqual([
    { where: 'g.json FWB', status: 'confirmed', sources: ['SEED'] },
    { where: 'g.json A b', status: 'inferred', sources: ['SEED'] },
  ]);
});

test('statements that were read for the book outlive those that are collected anew', () => {
  const collected = { where: 'history.md 1.4', status: 'confirmed', sources: ['SEED'] };
  const own = { where: 'read for this book: since-then', status: 'confirmed', sources: ['V10-6'] };
  expect(ownFacts(JSON.stringify([collected, own]))).toEqual([own]);
});

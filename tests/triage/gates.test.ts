// cspell:words noformat
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Kept } from '../../src/triage/parts/parts.ts';
import { isMarked } from '../../src/triage/read/clean.ts';
import { GATES } from '../../src/triage/read/gates.ts';
import { signsIn } from '../../src/triage/read/logs.ts';
import { unmarked } from '../../src/triage/read/markup.ts';
import { read, READERS } from '../../src/triage/read/read.ts';
import { readWith, type Reader } from '../../src/triage/read/reading.ts';
import { ALL } from '../../src/triage/triage.ts';
import { MORE, ROWS } from './support/cases.ts';

const SPELLINGS = JSON.parse(
  readFileSync(new URL('spellings.json', import.meta.url), 'utf8'),
) as readonly { readonly text: string }[];

/** A line for each pattern of a reader, which no case may have alone, with an error that somebody has. */
const LINES = readFileSync(new URL('lines-of-readers.txt', import.meta.url), 'utf8').split('\n');
const AFTER = [
  'error: kvm run failed Bad address',
  'ioctl(5, KVM_SET_USER_MEMORY_REGION) = -1 EINVAL',
];
const ALONE = LINES.flatMap((line) => [line, ...AFTER.map((error) => `${line}\n${error}`)]);

/** Every reader, whatever the lines say. */
const all = (): Reader[] =>
  READERS.map((one) => (typeof one === 'string' ? (ALL[one] as Reader) : one));

const SLOT =
  'ioctl(8</dev/kvm>, KVM_SET_USER_MEMORY_REGION, {slot=4, flags=0}) = -1 EINVAL (Invalid argument)';
const TEXTS = [...ROWS, ...MORE].map(({ input }) => input);
const PIECES = new Set([
  ...TEXTS,
  ...ALONE,
  ...SPELLINGS.map(({ text }) => text),
  ...TEXTS.join('\n').split('\n'),
]);

it('a reader that no line asks for would find nothing', () => {
  for (const text of PIECES) {
    const [asked, every] = [read(text, new Kept(ALL)), readWith(all, text, new Kept(ALL))];
    for (const list of ['calls', 'asks', 'vmas', 'hardware', 'incidents', 'loose', 'used'] as const)
      expect([text, asked[list]]).toEqual([text, every[list]]);
    expect(asked.facts()).toEqual(every.facts());
  }
});

it('a line that does not ask for the reader of logs shows none of its signs', () => {
  const lines = [...PIECES].flatMap((text) => text.split('\n'));
  const shows = (line: string): boolean => {
    const { kinds, hardware, signal } = signsIn(line);
    return kinds.length > 0 || hardware !== null || signal !== null;
  };
  const showing = lines.filter(shows);
  expect(showing.filter((line) => !GATES.logs(line.toLowerCase()))).toEqual([]);
  expect(showing.length).toBeGreaterThan(100);
});

it('a line that does not ask for it would keep its marks', () => {
  const marked = [
    '\u001b[1mA',
    '[31mA',
    '^[[0mA',
    'a\\_b',
    'a=3D1',
    '<b>a</b>',
    '<br/>a',
    '</h1>',
    '&lt;a&#62;',
  ].concat([
    '{code:c}',
    '{noformat}',
    '{"log":"a"}',
    'a\\nb',
    '\u201ca\u201d',
    'a\u200eb',
    'a\u00a0b',
  ]);
  const lines = [...PIECES].flatMap((text) => text.split('\n'));
  for (const line of lines.filter((one) => !isMarked(one)))
    expect(unmarked(line)).toEqual([line.replaceAll('\t', ' ')]);
  // Both ways are taken by some line.
  expect(marked.filter((one) => !isMarked(one))).toEqual([]);
  for (const one of marked) expect([one, unmarked(one)]).not.toEqual([one, [one]]);
  expect(isMarked(SLOT)).toBe(false);
});

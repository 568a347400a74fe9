import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Kept } from '../../src/triage/parts/parts.ts';
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

it('a reader that no line asks for would find nothing', () => {
  const texts = [...ROWS, ...MORE].map(({ input }) => input);
  const pieces = [
    ...texts,
    ...ALONE,
    ...SPELLINGS.map(({ text }) => text),
    ...texts.join('\n').split('\n'),
  ];
  for (const text of new Set(pieces)) {
    const [asked, every] = [read(text, new Kept(ALL)), readWith(all, text, new Kept(ALL))];
    for (const list of ['calls', 'asks', 'vmas', 'hardware', 'incidents', 'loose', 'used'] as const)
      expect([text, asked[list]]).toEqual([text, every[list]]);
    expect(asked.facts()).toEqual(every.facts());
  }
});

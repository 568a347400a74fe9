import { expect, test } from 'vitest';
import { keyOf, keysOf, typedKeys } from '../../src/book/checks/answer-key.ts';
import { parsePage } from '../../src/book/page/parse.ts';
import { readQuestions } from '../../src/book/page/questions.ts';
import type { Page } from '../../src/book/page/page.ts';

const option = (...when: string[]) => ({ line: 1, says: when.join(), when, card: null });
const typed = (prints: string, ...also: string[]) => ({
  line: 1,
  label: 'The error',
  prints,
  also,
});

const TABLE = `┌─────┬──────────────┐
│ fwb │ to the PoC   │
├─────┼──────────────┤
│ no  │ yes          │
│ yes │ no           │
└─────┴──────────────┘`;

test.each([
  ['a row of a table, without its lines', TABLE, ['no yes', 'no no', 'yes yes'], [0]],
  ['whole words alone', 'memslot refused', ['refuse', 'slot refused', 'refused'], [2]],
  ['no number inside of another', '243: 12', ['1', '2', '243: 12'], [2]],
  ['blanks as one', 'clean to PoC         needed', ['clean to PoC needed', 'needed PoC'], [0]],
  ['capitals as they are', 'NORMAL', ['normal', 'Normal', 'NORMAL'], [2]],
  ['nothing on no line', '', ['a', 'b'], []],
  ['each option that fits', 'a b', ['a', 'b', 'c'], [0, 1]],
])('an option is matched with %s', (_, output, options, expected) => {
  expect(
    keysOf(
      options.map((when) => option(when)),
      output,
    ),
  ).toEqual(expected);
});

test('an option with two texts needs both, on any lines', () => {
  const options = [option('slot ok', 'page EFAULT'), option('slot ok', 'page WB'), option()];
  expect(keysOf(options, 'slot ok\npage WB')).toEqual([1]);
});

test.each([
  ['fault: {}', 'slot: fine\nfault: EFAULT', ['EFAULT']],
  ['in {} steps', 'stale in 6 steps', ['6']],
  ['{} WB', TABLE, []],
  ['{} yes', TABLE, ['no']],
  ['a (b) {}', 'a (b) c', ['c']],
  ['is {}', 'is 1\nis 2\nis 1', ['1', '2']],
  ['no hole', 'no hole', []],
  ['{} and {}', 'a and b', []],
])('what is typed for %j is the word in its place', (prints, output, expected) => {
  expect(typedKeys(typed(prints), output)).toEqual(expected);
});

function asked(text: string) {
  const parsed = parsePage(text);
  if (!parsed.ok) throw new Error(parsed.fault.message);
  const [question] = readQuestions({ ...parsed.facts, whole: true } as unknown as Page);
  if (!question) throw new Error('no question');
  return question;
}
const check = (parts: string, output: string): string =>
  `<Check question="Which \`one\`?" from="/guide/a/">\n\n${parts}\n\n\`\`\`ts run id="own"\nrun();\n\`\`\`\n\n\`\`\`text output\n${output}\n\`\`\`\n\nWhy.\n\n</Check>\n`;
const OPTIONS = '<Option when="a">A</Option>\n<Option when="b && c">B `b`</Option>';

test('a check is read with its answers, its fence and what the fence prints', () => {
  const question = asked(check(OPTIONS, 'b\nc'));
  expect(question).toMatchObject({
    id: 'ask-own',
    fence: 'own',
    asks: 'Which `one`?',
    from: '/guide/a/',
    output: 'b\nc',
    options: [
      { line: 3, says: 'A', when: ['a'] },
      { line: 4, says: 'B b', when: ['b', 'c'] },
    ],
  });
  expect(keyOf(question)).toBe(1);
});

test('the key moves with what the run prints', () =>
  expect(
    ['a', 'b\nc', 'b', 'a\nb\nc'].map((output) => keyOf(asked(check(OPTIONS, output)))),
  ).toEqual([0, 1, null, null]));

test('the key of what is typed comes with its other spellings', () => {
  const parts = '<Typed label="Which" prints="is {}" also="NC, non-cacheable" />';
  expect(keyOf(asked(check(parts, 'it is Normal-NC')))).toEqual([
    'Normal-NC',
    'NC',
    'non-cacheable',
  ]);
});

test('a check without a fence has no key and no anchor', () =>
  expect(
    [asked('<Check question="Why?">\n\nBecause.\n\n</Check>\n')].map((one) => [one.id, keyOf(one)]),
  ).toEqual([['', null]]));

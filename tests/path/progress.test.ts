import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  NOTHING,
  readProgress,
  together,
  withAnswer,
  withRead,
  written,
  type Progress,
} from '../../src/components/path/progress.ts';
import { summaryOf } from '../../src/components/path/summary.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4})?$/);
const route = slug.map((name) => `/guide/${name}/`);
const progress = fc.record({
  read: fc.uniqueArray(route, { maxLength: 8 }),
  answers: fc.dictionary(
    fc.tuple(route, slug).map(([page, one]) => `${page}#${one}`),
    fc.boolean(),
    { maxKeys: 6 },
  ),
});
const refusal = (text: string) => {
  const read = readProgress(text);
  return read.ok ? null : read.why;
};

describe('what was read', () => {
  test('comes back from its text as it was', () => {
    fc.assert(
      fc.property(progress, (one) => {
        const read = readProgress(written(one));
        expect(read).toEqual({ ok: true, progress: { ...one, answers: { ...one.answers } } });
      }),
    );
  });

  test('is lost by no file that is taken in, and no answer is changed', () => {
    fc.assert(
      fc.property(progress, progress, (own, other) => {
        const both = together(own, other);
        expect(new Set(both.read)).toEqual(new Set([...own.read, ...other.read]));
        for (const [question, right] of Object.entries(own.answers))
          expect(both.answers[question]).toBe(right);
        for (const question of Object.keys(other.answers))
          expect(both.answers).toHaveProperty([question]);
      }),
    );
  });

  test('holds a page once, and of a question the first answer', () => {
    const once = withRead(withRead(NOTHING, '/guide/a/'), '/guide/b/');
    expect(withRead(once, '/guide/a/').read).toEqual(['/guide/a/', '/guide/b/']);
    const first = withAnswer(NOTHING, '/guide/a/#one', false);
    expect(withAnswer(first, '/guide/a/#one', true).answers).toEqual({ '/guide/a/#one': false });
  });
});

describe('a file', () => {
  const text = written({ read: ['/guide/a/'], answers: { '/guide/a/#one': true } });
  test('torn anywhere is refused, in a sentence', () => {
    for (let at = 0; at < text.length; at++) {
      const read = readProgress(text.slice(0, at));
      expect(read.ok, String(at)).toBe(false);
      expect(read.ok ? '' : read.says).toMatch(/^\p{Lu}[^\n]+\.$/u);
    }
  });

  test.each([
    ['torn', '{"name":'],
    ['torn', 'PK\u0003\u0004'],
    ['foreign', '[]'],
    ['foreign', 'null'],
    ['foreign', '"stage-two progress"'],
    ['foreign', '{"name":"something else","version":1,"read":[],"answers":{}}'],
    ['version', text.replace('"version": 1', '"version": 2')],
    ['version', text.replace('"version": 1', '"version": "1"')],
    ['foreign', text.replace('/guide/a/"', 'javascript:alert(1)"')],
    ['foreign', text.replace('"/guide/a/"', '7')],
    ['foreign', text.replace('true', '"yes"')],
    ['foreign', text.replace('"/guide/a/#one"', '"__proto__"')],
    ['foreign', written({ read: Array.from({ length: 3000 }, (_, i) => `/g/${i}/`), answers: {} })],
    ['foreign', ' '.repeat(300_000)],
  ])('is refused as %s: %.60s', (why, received) => expect(refusal(received)).toBe(why));

  test('of any other text is refused without a fault', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json()),
        (any) => void expect(refusal(any)).not.toBe(null),
      ),
    );
  });
});

describe('the summary', () => {
  const items = [
    { route: '/guide/a/', title: 'First' },
    { route: '/guide/b/', title: 'Second' },
  ];
  const lines = (one: Progress) => summaryOf('An hour', items, one).split('\n');
  test('says what was read and what was answered right', () => {
    const answers = { '/guide/a/#one': true, '/guide/b/#two': false };
    const read = ['/guide/b/', '/guide/elsewhere/', '/exercises/one/'];
    expect(lines({ read, answers: { ...answers, '/guide/elsewhere/#a': false } })).toEqual([
      'Stage Two, An hour: 1 of 2 read.',
      'Read: Second.',
      'Still to read: First.',
      'Questions: 1 of 3 right at the first try.',
      'Wrong at the first try: Second (1); elsewhere (1).',
      'Exercises solved: 1.',
    ]);
  });
  test('of a new reader says that', () =>
    expect(lines(NOTHING)).toEqual([
      'Stage Two, An hour: 0 of 2 read.',
      'Still to read: First; Second.',
      'No question answered yet.',
    ]));
});

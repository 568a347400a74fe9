import { expect, test } from 'vitest';
import { examReport } from '../../src/components/check/exam-report.ts';

const own = [
  { address: '/guide/exam/#a', asks: 'Own one?' },
  { address: '/guide/exam/#b', asks: 'Own two?' },
];
const others = [{ address: '/guide/x/#c', asks: 'Earlier?' }];

test('nothing answered is said as such', () =>
  expect(examReport(own, others, {})).toEqual({
    score: 'No question of the exam is answered yet; it has 2.',
    missed: [],
    text: 'Stage Two, the exam: No question of the exam is answered yet; it has 2.',
  }));

test('first answers count, and what was wrong comes back, that of the exam first', () => {
  const answers = { '/guide/x/#c': false, '/guide/exam/#b': false, '/guide/exam/#a': true };
  const report = examReport(own, others, answers);
  expect(report.score).toBe('1 of 2 right at the first try.');
  expect(report.missed).toEqual([own[1], others[0]]);
  expect(report.text.split('\n')).toEqual([
    'Stage Two, the exam: 1 of 2 right at the first try.',
    'In the chapters: 0 of 1 right at the first try.',
    'Missed:',
    '- Own two?',
    '- Earlier?',
  ]);
});

test('what is left is counted, and what is kept of other pages is not', () => {
  const { score, missed, text } = examReport(own, others, {
    '/guide/exam/#a': true,
    '/guide/gone/#z': false,
    '': false,
  });
  expect(score).toBe('1 of 2 right at the first try, 1 to go.');
  expect(missed).toEqual([]);
  expect(text).not.toContain('chapters');
});

test('names that every object has are no answers', () =>
  expect(examReport([{ address: 'toString', asks: 'Odd?' }], [], {}).score).toContain(
    'No question',
  ));

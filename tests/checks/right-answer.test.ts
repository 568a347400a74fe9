import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rightAnswer } from '../../src/components/check/right-answer.ts';

test.each([
  ['2', '2', true],
  ['2', '1', false],
  ['0', '', false],
  ['["EFAULT"]', 'efault', true],
  ['["EFAULT"]', ' EFAULT ', true],
  ['["EFAULT"]', '-EFAULT', true],
  ['["EFAULT"]', 'EINVAL', false],
  ['["0b0110"]', '0110', true],
  ['["0b0110"]', '110', true],
  ['["0b0110"]', '0111', false],
  ['["6"]', '60', false],
  ['["0"]', '0', true],
  ['["0"]', '00', true],
  ['["NC", "Normal-NC"]', 'normal-nc', true],
  ['["NC", "Normal-NC"]', 'Normal NC', true],
  ['["NC"]', '', false],
])('by the key %s the answer %j is judged %s', (key, answer, right) =>
  expect(rightAnswer(key, answer)).toBe(right),
);

test.each(['', '{', 'null', '{"a":1}', '"a"', '[null]'])('a key %j judges nothing right', (key) =>
  expect(['0', 'a', '', '{'].map((answer) => rightAnswer(key, answer))).not.toContain(true),
);

test('no text makes it throw, and every spelling of a key is right', () =>
  fc.assert(
    fc.property(fc.string(), fc.string(), (key, answer) => {
      expect(typeof rightAnswer(key, answer)).toBe('boolean');
      expect(rightAnswer(JSON.stringify([answer]), answer)).toBe(true);
    }),
  ));

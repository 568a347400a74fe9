import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUESTIONS, type Question } from 'stage-two';
import { answer, inputs } from './support/inputs.ts';

const questions = Object.keys(QUESTIONS) as Question[];

describe('the answer to bad input', () => {
  it.each(questions)('%s: has the fields of a good one, and says null in each', (question) => {
    const good = fc
      .sample(inputs(QUESTIONS[question].fields), { numRuns: 200, seed: 617 })
      .map((input) => answer(question, 'v7.3', input))
      .find(({ error }) => error === undefined);
    const { error, ...bad } = answer(question, 'v7.3', null);
    expect(error?.code).toBe('not-an-object');
    expect(Object.keys(bad).sort()).toEqual(Object.keys(good ?? {}).sort());
    const said = { question, kernel: 'v7.3', verdict: 'invalid', because: [] };
    for (const [name, value] of Object.entries(bad))
      expect([name, value]).toEqual([name, said[name as keyof typeof said] ?? null]);
  });
});

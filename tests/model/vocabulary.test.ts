import { describe, expect, it } from 'vitest';
import { QUESTIONS, renderText, type Question, type Step } from 'stage-two';
import { FULL_LANGUAGE } from '../../src/model/explain/full-language.ts';
import { sentence } from '../../src/model/explain/sentence.ts';
import { corpus } from './support/corpus.ts';

const { phraseOf, wordsOf } = FULL_LANGUAGE;

/** Words for something: no blank at either end and none twice. */
const WORDS = /^\S+( \S+)*$/;

/** Values that are said in the same words on purpose. */
const ALIKE = new Set(['protectedVm']);

describe.each(Object.keys(QUESTIONS) as Question[])('the steps of %s', (question) => {
  const steps = (): Step[] => corpus(question).flatMap(({ decision }) => decision.because);

  it('say each input, and each value of it in other words', () => {
    const wrong: string[] = [];
    const said = new Map<string, string>();
    for (const { inputs } of steps()) {
      for (const [name, value] of Object.entries(inputs)) {
        if (value === null || name === 'vma') continue;
        const words = wordsOf(name)?.(value) ?? '';
        if (!WORDS.test(words)) wrong.push(`${name} ${String(value)}: ${words}`);
        const known = said.get(`${name}: ${words}`) ?? String(value);
        if (known !== String(value) && !ALIKE.has(name)) wrong.push(`${words} for ${known}`);
        said.set(`${name}: ${words}`, known);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are sentences about the check and its answer', () => {
    const wrong = steps().filter((step) => {
      const phrase = phraseOf(step.check);
      if (phrase && 'asks' in phrase) return !/^whether \S+ \S/.test(phrase.asks);
      const text = sentence({ ...step, inputs: {} }, FULL_LANGUAGE);
      return !/^[A-Z]\S* \S.*\.( This .*\.)?$/.test(text) || / {2}/.test(text);
    });
    expect(wrong.map(({ check }) => check)).toEqual([]);
  });

  it('tell different answers of a check in different words', () => {
    const texts = new Map<string, string>();
    const wrong = steps().filter(({ check, answer, ...rest }) => {
      const text = sentence({ check, answer, ...rest, inputs: {} }, FULL_LANGUAGE);
      const known = texts.get(`${check}: ${text}`) ?? String(answer);
      texts.set(`${check}: ${text}`, known);
      return known !== String(answer);
    });
    expect(wrong.map(({ check }) => check)).toEqual([]);
  });

  it('are text that starts with a verdict and names the question', () => {
    for (const { decision } of corpus(question)) {
      const [first = ''] = renderText(decision).split('\n');
      expect(first).toMatch(/^[a-z][^(]*\S \([a-zA-Z0-9]\S*( \S+)*\)$/);
    }
  });
});

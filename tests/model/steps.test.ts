import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineStages, explain, type Step } from 'stage-two';
import { FULL_LANGUAGE } from '../../src/model/explain/full-language.ts';
import { answer, asked } from './support/inputs.ts';

const sources = JSON.parse(
  readFileSync(new URL('../../content/data/sources.json', import.meta.url), 'utf8'),
);
const ids = new Set(sources.map((source: { id: string }) => source.id));

const combined = fc
  .record({
    s1: fc.record({ attr: fc.integer({ min: 0, max: 255 }), sh: fc.integer({ min: 0, max: 3 }) }),
    s2: fc.record({
      memAttr: fc.integer({ min: 0, max: 15 }),
      sh: fc.integer({ min: 0, max: 3 }),
      fnxs: fc.boolean(),
    }),
    fwb: fc.boolean(),
    mtePerm: fc.boolean(),
  })
  .map((input) => combineStages(input));

const decision = asked
  .map(({ question, kernel, input }) => answer(question, kernel, input))
  .filter(({ verdict }) => verdict !== 'invalid');

describe.each([
  ['a decision', decision],
  ['combined attributes', combined],
])('the steps of %s', (_name, values) => {
  const each = (check: (steps: readonly Step[]) => void) =>
    fc.assert(
      fc.property(values, (value) => {
        check(value.because);
      }),
      { numRuns: 500 },
    );

  it('have exactly one that decides', () => {
    each((steps) => expect(steps.filter((step) => step.decides)).toHaveLength(1));
  });

  it('name sources that exist', () => {
    each((steps) => {
      for (const step of steps) {
        expect(step.source.length).toBeGreaterThan(0);
        for (const id of step.source) expect(ids).toContain(id);
      }
    });
  });

  it('are plain data, the same after a trip through JSON', () => {
    each((steps) => expect(JSON.parse(JSON.stringify(steps))).toEqual(steps));
  });

  it('can each be said: the check and every input have words', () => {
    each((steps) => {
      for (const step of steps) {
        expect(FULL_LANGUAGE.phraseOf(step.check), step.check).toBeDefined();
        for (const name of Object.keys(step.inputs)) {
          if (name === 'vma' || name.includes('.')) continue; // said by the place, or as they are
          expect(FULL_LANGUAGE.wordsOf(name), `${name} of ${step.check}`).toBeDefined();
        }
      }
    });
  });
});

describe('a decision', () => {
  it('ends with the step that decides', () => {
    fc.assert(
      fc.property(decision, ({ because }) => {
        expect(because.at(-1)?.decides).toBe(true);
      }),
    );
  });

  it('is explained by one sentence a step, each with a capital and a full stop', () => {
    fc.assert(
      fc.property(decision, (value) => {
        const sentences = explain(value);
        expect(sentences).toHaveLength(value.because.length);
        for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^\n]*\.$/);
        expect(sentences.join(' ')).not.toMatch(/undefined|null|NaN|\[object/);
      }),
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as model from 'stage-two';
import * as usual from '../../src/model/usual.ts';
import { answer, asked } from './support/inputs.ts';

/** What differs on purpose: these know the answers of the usual questions only. */
const TELLERS = new Set(['describe', 'explain', 'inShort', 'renderText']);

const names = Object.keys(usual);

const decisions = asked
  .filter(({ question }) => names.includes(question))
  .map(({ question, kernel, input }) => answer(question, kernel, input));

const field = (max: number) => fc.integer({ min: 0, max });
const attributes = fc.oneof(
  fc
    .record({
      s1: fc.record({ attr: field(255), sh: field(3) }),
      s2: fc.record({ memAttr: field(15), sh: field(3), fnxs: fc.boolean() }),
      fwb: fc.boolean(),
      mtePerm: fc.boolean(),
    })
    .map((input) => model.combineStages(input)),
  field(256).map((byte) => model.decodeMairAttr(byte)),
  fc
    .tuple(field(16), fc.boolean())
    .map(([memAttr, fwb]) => model.decodeStage2MemAttr(memAttr, { fwb })),
);

describe('the usual part of the API', () => {
  it('has nothing of its own: each name is the same as in the whole', () => {
    for (const name of names.filter((one) => !TELLERS.has(one))) {
      expect(Reflect.get(usual, name), name).toBe(Reflect.get(model, name));
    }
    expect(Object.keys(model)).toEqual(expect.arrayContaining(names));
  });

  it.each([
    ['a decision of its own', decisions],
    ['attributes', attributes],
    ['anything else', fc.anything()],
  ])('tells %s as the whole does', (_name, values) => {
    fc.assert(
      fc.property(values as fc.Arbitrary<model.Decision>, (value) => {
        expect(usual.describe(value)).toEqual(model.describe(value));
        expect(usual.renderText(value)).toBe(model.renderText(value));
        expect(usual.explain(value)).toEqual(model.explain(value));
        expect(usual.inShort(value)).toBe(model.inShort(value));
      }),
      { numRuns: 1000 },
    );
  });

  it('says a step of another question by its check', () => {
    const trapped = model.setWayTrap('v7.3', { fwb: false, tvm: false });
    expect(usual.describe(trapped).kind).toBe('decision');
    expect(usual.explain(trapped)[0]).toContain('!cpus_have_final_cap(ARM64_HAS_STAGE2_FWB)');
  });
});

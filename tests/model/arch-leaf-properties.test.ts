import * as fc from 'fast-check';
import { decodeStage2Leaf, encodeStage2Leaf, type LeafOptions } from 'stage-two';
import { describe, expect, it } from 'vitest';
import { assembled, bitsNotOnce, highestFirst } from './support/fields.ts';
import { inputOf } from './support/leaf-input.ts';

const word = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const options: fc.Arbitrary<LeafOptions> = fc
  .record({
    fwb: fc.boolean(),
    level: fc.integer({ min: 0, max: 3 }),
    granule: fc.constantFrom('4K' as const, '16K' as const, '64K' as const),
    lpa2: fc.boolean(),
    xnx: fc.boolean(),
    xs: fc.boolean(),
    bbml1: fc.boolean(),
    mtePerm: fc.boolean(),
  })
  .filter(({ granule, level }) => granule !== '64K' || level > 0);

describe('any descriptor', () => {
  it('accounts for every bit exactly once and loses nothing', () => {
    fc.assert(
      fc.property(word, options, (value, how) => {
        const { fields, error } = decodeStage2Leaf(value, how);
        expect(error).toBeUndefined();
        expect(bitsNotOnce(fields)).toEqual([]);
        expect(highestFirst(fields)).toBe(true);
        expect(assembled(fields)).toBe(value);
      }),
      { numRuns: 1000 },
    );
  });

  it('encodes again to itself, without the RES0 bits that were set', () => {
    fc.assert(
      fc.property(word, options, (value, how) => {
        const leaf = decodeStage2Leaf(value | 1n, { ...how });
        fc.pre(leaf.type === 'page' || leaf.type === 'block');
        const again = encodeStage2Leaf(BigInt(leaf.outputAddress ?? 0), inputOf(leaf, how));
        expect(again.error).toBeUndefined();
        const set = leaf.fields.filter((f) => f.name === 'RES0');
        const cleared = set.reduce(
          (v, { hex, lo }) => v & ~(BigInt(hex) << BigInt(lo)),
          value | 1n,
        );
        expect(BigInt(again.value ?? 0)).toBe(cleared);
        expect({ ...again, value: 0, fields: 0, findings: 0 }).toEqual({
          ...leaf,
          value: 0,
          fields: 0,
          findings: 0,
        });
        expect(again.findings).toEqual(leaf.findings.filter((f) => f.field !== 'RES0'));
      }),
      { numRuns: 1000 },
    );
  });

  it('survives JSON', () => {
    fc.assert(
      fc.property(word, options, (value, how) => {
        const leaf = decodeStage2Leaf(value, how);
        expect(JSON.parse(JSON.stringify(leaf))).toEqual(leaf);
      }),
    );
  });
});

describe('bad input', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (value, how) => {
        expect(decodeStage2Leaf(value as never, how as never).kind).toBe('leaf');
        expect(encodeStage2Leaf(value as never, how as never).kind).toBe('leaf');
        expect(decodeStage2Leaf(1n, how as never).kind).toBe('leaf');
        expect(encodeStage2Leaf(0n, how as never).kind).toBe('leaf');
      }),
    );
  });

  it('is told apart from a descriptor', () => {
    const leaf = decodeStage2Leaf(0n, { fwb: true } as never);
    expect(leaf).toMatchObject({ type: 'invalid', error: { code: 'missing-field' } });
    expect(decodeStage2Leaf(0n, { fwb: true, level: 0, granule: '64K' }).error).toMatchObject({
      code: 'contradiction',
      remedy: 'Give level 1, 2 or 3, or another granule.',
    });
  });
});

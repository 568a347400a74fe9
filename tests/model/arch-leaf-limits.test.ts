import { describe, expect, it } from 'vitest';
import { decodeStage2Leaf } from 'stage-two';
import { meaning } from './support/registers.ts';

// Expectations: Arm ARM, VTCR_EL2.{SL0,TG0} and the levels that hold a block or page, by granule.

describe('the start level (VTCR_EL2.SL0)', () => {
  const level = (tg0: number, sl0: number) =>
    meaning('VTCR_EL2', (BigInt(tg0) << 14n) | (BigInt(sl0) << 6n), 'SL0');

  it('counts down from 3 with 16K and 64K', () => {
    expect([0, 1, 2].map((sl0) => level(0b10, sl0))).toEqual(['level 3', 'level 2', 'level 1']);
    expect([0, 1, 2].map((sl0) => level(0b01, sl0))).toEqual(['level 3', 'level 2', 'level 1']);
    expect(level(0b10, 3)).toMatch(/level 0/);
  });

  it('is 2, 1, 0 and 3 with 4K', () => {
    expect([0, 1, 2, 3].map((sl0) => level(0b00, sl0))).toEqual(
      [2, 1, 0, 3].map((n) => `level ${n}`),
    );
  });
});

describe('the levels of a leaf', () => {
  const accepted = (granule: '4K' | '16K' | '64K', lpa2: boolean) =>
    ([0, 1, 2, 3] as const).filter((level) => {
      const word = level === 3 ? 0b11n : 0b01n;
      const { type } = decodeStage2Leaf(word, { fwb: true, level, granule, lpa2 });
      return type === 'block' || type === 'page';
    });

  it('without 52-bit addresses start at 1 with 4K, and at 2 with 16K and 64K', () => {
    expect(accepted('4K', false)).toEqual([1, 2, 3]);
    expect(accepted('16K', false)).toEqual([2, 3]);
    expect(accepted('64K', false)).toEqual([2, 3]);
  });

  it('with them start one level above', () => {
    expect(accepted('4K', true)).toEqual([0, 1, 2, 3]);
    expect(accepted('16K', true)).toEqual([1, 2, 3]);
    expect(accepted('64K', true)).toEqual([1, 2, 3]);
  });
});

import { encodeStage2Leaf, type LeafInput } from 'stage-two';
import { describe, expect, it } from 'vitest';

describe('encodeStage2Leaf', () => {
  const input: LeafInput = { fwb: true, level: 2, memAttr: 6 };

  it('writes every field', () => {
    const all: LeafInput = {
      fwb: true,
      level: 2,
      memAttr: 6,
      sh: 'OSH',
      bbml1: true,
      nT: true,
      fnxs: true,
      contiguous: true,
      dbm: true,
      software: 0b1010,
      pbha: 0b0101,
      s2ap: { read: true, write: false },
      execute: { el1: false, el0: true },
      af: false,
    };
    const leaf = encodeStage2Leaf(0x4020_0000n, all);
    const bits = [0n, 3n, 4n, 6n, 9n, 11n, 16n, 51n, 52n, 53n, 56n, 58n, 59n, 61n];
    const expected = bits.reduce((value, bit) => value | (1n << bit), 0x4020_0000n);
    expect(BigInt(leaf.value ?? 0)).toBe(expected);
    expect(leaf).toMatchObject({ nT: true, software: 10, pbha: 5, sh: 'OSH' });
  });

  it('has harmless defaults: readable, writable, not executable, accessed, ISH', () => {
    expect(encodeStage2Leaf(0n, input).value).toBe('0x00400000000007d9');
  });

  it('refuses what the options have no bit for', () => {
    const code = (more: Partial<LeafInput>) => encodeStage2Leaf(0n, { ...input, ...more }).error;
    const place = (more: Partial<LeafInput>) => {
      const error = code(more);
      return `${error?.code} ${error?.received}`;
    };
    expect(place({ lpa2: true, sh: 3 })).toBe('contradiction sh = 3 (a number)');
    expect(place({ xs: false, fnxs: true })).toBe('contradiction fnxs = true');
    expect(place({ nT: true })).toBe('contradiction nT = true');
    expect(place({ level: 3, bbml1: true, nT: true })).toBe('contradiction nT = true');
    expect(place({ level: 0 })).toBe('contradiction level = 0 (a number)');
    expect(place({ level: 0, granule: '64K', lpa2: true })).toBe(
      'contradiction level = 0 (a number)',
    );
    for (const el1 of [false, true])
      expect(place({ xnx: false, execute: { el1, el0: !el1 } })).toBe(
        `contradiction execute = { el1: ${el1}, el0: ${!el1} }`,
      );
    expect(code({ xnx: false, execute: { el1: true, el0: true } })).toBeUndefined();
    expect(code({ xnx: false })).toBeUndefined();
    expect(code({ lpa2: true })).toBeUndefined();
  });

  it('names the manual as its source, whatever the answer is', () => {
    for (const address of [0n, 1n, -1n])
      expect(encodeStage2Leaf(address, input).source).toEqual(['ARM-ARM']);
  });

  it('refuses an address that is not aligned or too large', () => {
    expect(encodeStage2Leaf(0x1000n, input).error).toEqual({
      code: 'out-of-range',
      received: 'outputAddress = 0x0000000000001000',
      expected: 'a multiple of 0x200000 below 2 ** 48',
      example: '0x200000n',
      remedy: 'Give an address that is aligned to what the leaf maps.',
    });
    expect(encodeStage2Leaf(2n ** 48n, input).error?.code).toBe('out-of-range');
    expect(encodeStage2Leaf(2n ** 48n, { ...input, lpa2: true }).error).toBeUndefined();
    expect(encodeStage2Leaf('0' as never, input).error?.code).toBe('wrong-type');
  });

  it('names a field that is missing, wrong or unknown', () => {
    const error = (more: object) => encodeStage2Leaf(0n, { ...input, ...more } as never).error;
    expect(error({ memAttr: undefined })).toMatchObject({ code: 'missing-field' });
    expect(error({ memAttr: 16 })).toMatchObject({ received: 'memAttr = 16 (a number)' });
    expect(error({ s2ap: { read: true } })).toMatchObject({ received: 's2ap.write = nothing' });
    expect(error({ execute: { el1: 1, el0: 0 } })).toMatchObject({ code: 'wrong-type' });
    expect(error({ software: -1 })).toMatchObject({ code: 'out-of-range' });
    expect(error({ granule: '8K' })).toMatchObject({ code: 'unknown-choice' });
    expect(error({ colour: 1 })).toMatchObject({ code: 'unknown-field' });
    expect(error({ s2ap: { read: true, write: true, x: 1 } })).toMatchObject({
      received: 's2ap.x = 1 (a number)',
    });
  });
});

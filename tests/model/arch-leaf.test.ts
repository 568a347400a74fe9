import fc from 'fast-check';
import {
  decodeStage2Leaf,
  encodeStage2Leaf,
  fieldNamed,
  type LeafInput,
  type LeafOptions,
  type Stage2Leaf,
} from 'stage-two';
import { describe, expect, it } from 'vitest';
import { assembled, bitsNotOnce, highestFirst } from './support/fields.ts';

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

/** The input that makes a leaf with the fields of another, as far as the options have a bit. */
function inputOf(leaf: Stage2Leaf, how: LeafOptions): LeafInput {
  const { memAttr, sh, s2ap, execute, af, fnxs, contiguous, dbm, nT, software, pbha } = leaf;
  const present = { memAttr, sh, s2ap, execute, af, fnxs, contiguous, dbm, nT, software, pbha };
  const given = Object.entries(present).filter(([, value]) => value !== null);
  return { ...how, ...Object.fromEntries(given) } as LeafInput;
}

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

  it('encodes again to itself where no RES0 bit is set', () => {
    fc.assert(
      fc.property(word, options, (value, how) => {
        const leaf = decodeStage2Leaf(value | 1n, { ...how });
        fc.pre(leaf.type === 'page' || leaf.type === 'block');
        const again = encodeStage2Leaf(BigInt(leaf.outputAddress ?? 0), inputOf(leaf, how));
        expect(again.error).toBeUndefined();
        const dirty = leaf.findings.filter((f) => f.field === 'RES0');
        expect(again.findings).toEqual(leaf.findings.filter((f) => f.field !== 'RES0'));
        expect({ ...again, value: 0, fields: 0, findings: 0 }).toEqual({
          ...leaf,
          value: 0,
          fields: 0,
          findings: 0,
        });
        if (dirty.length === 0) expect(again).toEqual(leaf);
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

/**
 * Rows of `kvm.s2Attributes` (CODE734): what Linux programs with FWB, VTCR_EL2.DS (lpa2) and
 * FEAT_XNX. The word holds everything but address, type and valid bit.
 */
const LINUX = [
  {
    fwb: false,
    lpa2: false,
    xnx: false,
    memAttr: 1,
    s2ap: 1,
    sh: 3,
    xn: 2,
    attr: 0x40000000000744n,
  },
  { fwb: false, lpa2: false, xnx: false, memAttr: 15, s2ap: 3, sh: 3, xn: 0, attr: 0x7fcn },
  {
    fwb: false,
    lpa2: false,
    xnx: true,
    memAttr: 5,
    s2ap: 3,
    sh: 3,
    xn: 2,
    attr: 0x400000000007d4n,
  },
  {
    fwb: false,
    lpa2: false,
    xnx: true,
    memAttr: 15,
    s2ap: 3,
    sh: 3,
    xn: 1,
    attr: 0x200000000007fcn,
  },
  {
    fwb: false,
    lpa2: false,
    xnx: true,
    memAttr: 15,
    s2ap: 2,
    sh: 3,
    xn: 3,
    attr: 0x600000000007bcn,
  },
  { fwb: false, lpa2: true, xnx: false, memAttr: 15, s2ap: 2, sh: 0, xn: 0, attr: 0x4bcn },
  { fwb: false, lpa2: true, xnx: true, memAttr: 1, s2ap: 0, sh: 0, xn: 2, attr: 0x40000000000404n },
  { fwb: true, lpa2: false, xnx: false, memAttr: 6, s2ap: 3, sh: 3, xn: 0, attr: 0x7d8n },
  { fwb: true, lpa2: false, xnx: true, memAttr: 6, s2ap: 1, sh: 3, xn: 3, attr: 0x60000000000758n },
  { fwb: true, lpa2: false, xnx: true, memAttr: 5, s2ap: 1, sh: 3, xn: 2, attr: 0x40000000000754n },
  { fwb: true, lpa2: false, xnx: true, memAttr: 7, s2ap: 3, sh: 3, xn: 0, attr: 0x7dcn },
  { fwb: true, lpa2: true, xnx: true, memAttr: 6, s2ap: 3, sh: 0, xn: 1, attr: 0x200000000004d8n },
];

describe('the leaves of Linux', () => {
  it.each(LINUX)('$attr', ({ fwb, lpa2, xnx, memAttr, s2ap, sh, xn, attr }) => {
    const how: LeafOptions = { fwb, lpa2, xnx, level: 3 };
    const address = 0x8_8123_4000n;
    const leaf = decodeStage2Leaf(attr | address | 3n, how);
    expect(leaf).toMatchObject({
      type: 'page',
      size: 4096,
      memAttr,
      s2ap: { read: (s2ap & 1) !== 0, write: (s2ap & 2) !== 0 },
      sh: lpa2 ? null : 'ISH',
      af: true,
      execute: { el1: xn === 0 || xn === 3, el0: xn === 0 || xn === 1 },
      findings: [],
    });
    expect(sh).toBe(lpa2 ? 0 : 3);
    expect(BigInt(leaf.outputAddress ?? 0)).toBe(address);
    expect(BigInt(encodeStage2Leaf(address, inputOf(leaf, how)).value ?? 0)).toBe(
      attr | address | 3n,
    );
  });
});

describe('geometry', () => {
  it.each([
    { granule: '4K', level: 3, size: 2 ** 12, lpa2: false },
    { granule: '4K', level: 2, size: 2 ** 21, lpa2: false },
    { granule: '4K', level: 1, size: 2 ** 30, lpa2: false },
    { granule: '4K', level: 0, size: 2 ** 39, lpa2: true },
    { granule: '16K', level: 3, size: 2 ** 14, lpa2: false },
    { granule: '16K', level: 2, size: 2 ** 25, lpa2: false },
    { granule: '16K', level: 1, size: 2 ** 36, lpa2: true },
    { granule: '64K', level: 3, size: 2 ** 16, lpa2: false },
    { granule: '64K', level: 2, size: 2 ** 29, lpa2: false },
    { granule: '64K', level: 1, size: 2 ** 42, lpa2: true },
  ] as const)('$granule, level $level maps $size bytes', ({ granule, level, size, lpa2 }) => {
    const type = level === 3 ? 3n : 1n;
    const at = (wide: boolean) => decodeStage2Leaf(type, { fwb: true, level, granule, lpa2: wide });
    expect(at(true).size).toBe(size);
    expect(at(lpa2).size).toBe(size);
    if (lpa2) expect(at(false)).toMatchObject({ type: 'reserved', size: null });
    const top = 2n ** (lpa2 ? 52n : 48n) - BigInt(size);
    const leaf = encodeStage2Leaf(top, { fwb: true, level, granule, lpa2, memAttr: 6 });
    expect(BigInt(leaf.outputAddress ?? 0)).toBe(top);
    expect(leaf.findings).toEqual([]);
  });

  it('puts the bits of a 52-bit address where each granule has them', () => {
    const address = 0xf_0000_0000_0000n;
    const value = (granule: '4K' | '16K' | '64K') => {
      const s2ap = { read: false, write: false };
      const input = { fwb: true, level: 3, granule, lpa2: true, memAttr: 0, s2ap, af: false };
      return BigInt(encodeStage2Leaf(address, input).value ?? 0) & ~(3n << 53n) & ~3n;
    };
    expect(value('4K')).toBe((3n << 48n) | (3n << 8n));
    expect(value('16K')).toBe((3n << 48n) | (3n << 8n));
    expect(value('64K')).toBe((0xfn << 12n) | (3n << 8n));
  });
});

describe('other descriptors', () => {
  it('bit 0 clear: all other bits are for software', () => {
    const leaf = decodeStage2Leaf(0xff00n, { fwb: true, level: 3 });
    expect(leaf).toMatchObject({ type: 'invalid-descriptor', memAttr: null, findings: [] });
    expect(leaf.fields.map((f) => f.bits)).toEqual(['63:1', '0']);
  });

  it('level 3 with bit 1 clear is reserved', () => {
    const leaf = decodeStage2Leaf(1n, { fwb: true, level: 3 });
    expect(leaf.type).toBe('reserved');
    expect(leaf.findings).toMatchObject([{ field: 'Type', finding: 'reserved' }]);
  });

  it('bit 1 set above level 3 points to the next table', () => {
    const leaf = decodeStage2Leaf(0x4_1234_5003n, { fwb: true, level: 2 });
    expect(leaf).toMatchObject({ type: 'table', nextTable: '0x0000000412345000', memAttr: null });
    const wide = decodeStage2Leaf(0x0003_0000_0000_0303n, { fwb: true, level: 1, lpa2: true });
    expect(wide.nextTable).toBe('0x000f000000000000');
  });
});

describe('findings', () => {
  const page = 0x8000_07dbn;
  const found = (value: bigint, how: Partial<LeafOptions> = {}) =>
    decodeStage2Leaf(value, { fwb: true, level: 3, ...how }).findings.map(
      (f) => `${f.field}[${f.bits}] ${f.finding}`,
    );

  it('a RES0 bit that is set', () => {
    expect(found(page)).toEqual([]);
    expect(found(page | (1n << 63n))).toEqual(['RES0[63] res0-set']);
    expect(found(page | (1n << 50n))).toEqual(['RES0[50] res0-set']);
    expect(found(page | (1n << 48n))).toEqual(['RES0[49:48] res0-set']);
    expect(found(page | (1n << 53n), { xnx: false })).toEqual(['RES0[53] res0-set']);
    expect(found(page | (1n << 11n), { xs: false })).toEqual(['RES0[11] res0-set']);
  });

  it('MemAttr[3] with FWB and without FEAT_MTE_PERM, and reserved encodings', () => {
    expect(found(page | (1n << 5n))).toEqual(['MemAttr[3:0][5] res0-set']);
    expect(found(page | (1n << 5n), { mtePerm: true })).toEqual([]);
    expect(found((page & ~(0xfn << 2n)) | (4n << 2n))).toEqual(['MemAttr[3:0][5:2] reserved']);
    const leaf = decodeStage2Leaf((page & ~(0xfn << 2n)) | (8n << 2n), { fwb: false, level: 3 });
    expect(leaf.findings).toMatchObject([{ meaning: 'outer WT; inner NC, WT or WB' }]);
    expect(leaf.memory?.type).toBe('reserved');
  });

  it('SH = 01', () => {
    expect(found((page & ~(3n << 8n)) | (1n << 8n))).toEqual(['SH[1:0][9:8] reserved']);
  });

  it('nT is RES0 without FEAT_BBML1', () => {
    const block = 0x8000_07d9n | (1n << 16n);
    expect(found(block, { level: 2 })).toEqual(['RES0[16] res0-set']);
    expect(decodeStage2Leaf(block, { fwb: true, level: 2, bbml1: true })).toMatchObject({
      nT: true,
      findings: [],
    });
  });
});

describe('texts of MemAttr', () => {
  const text = (memAttr: number, how: Partial<LeafOptions>) => {
    const leaf = encodeStage2Leaf(0n, { fwb: true, level: 3, memAttr, ...how });
    return fieldNamed(leaf.fields, 'MemAttr[3:0]')?.meaning;
  };
  it('say what the encoding does', () => {
    expect(text(6, {})).toBe('Write-Back whatever stage 1 asks');
    expect(text(7, {})).toBe('as stage 1');
    expect(text(5, {})).toBe('Non-cacheable, a stage-1 Device stays');
    expect(text(1, {})).toBe('Device-nGnRE');
    expect(text(14, { mtePerm: true })).toBe('Write-Back whatever stage 1 asks, NoTagAccess');
    expect(text(15, { mtePerm: true })).toBe('as stage 1, NoTagAccess');
    expect(text(15, { fwb: false })).toBe('WB');
    expect(text(7, { fwb: false })).toBe('outer NC, inner WB');
    expect(text(4, { fwb: false, mtePerm: true })).toBe('WB, NoTagAccess');
    expect(text(4, {})).toBe('reserved');
  });
});

describe('encodeStage2Leaf', () => {
  const input: LeafInput = { fwb: true, level: 2, memAttr: 6 };

  it('writes every field', () => {
    const all: LeafInput = {
      ...{ fwb: true, level: 2, memAttr: 6, sh: 'OSH', bbml1: true, nT: true, fnxs: true },
      ...{ contiguous: true, dbm: true, software: 0b1010, pbha: 0b0101 },
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
    expect(place({ xnx: false, execute: { el1: true, el0: false } })).toBe(
      'contradiction execute = an object',
    );
    expect(code({ xnx: false, execute: { el1: true, el0: true } })).toBeUndefined();
    expect(code({ xnx: false })).toBeUndefined();
    expect(code({ lpa2: true })).toBeUndefined();
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

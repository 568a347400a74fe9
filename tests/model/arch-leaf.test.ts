import { decodeStage2Leaf, encodeStage2Leaf, fieldNamed, type LeafOptions } from 'stage-two';
import { describe, expect, it } from 'vitest';
import { inputOf } from './support/leaf-input.ts';

/**
 * Rows of `kvm.s2Attributes` (CODE734), what Linux programs: FWB, VTCR_EL2.DS, FEAT_XNX, then
 * MemAttr, S2AP, SH, XN and the word with everything but address, type and valid bit.
 */
const LINUX: [boolean, boolean, boolean, number, number, number, number, bigint][] = [
  [false, false, false, 1, 1, 3, 2, 0x40000000000744n],
  [false, false, false, 15, 3, 3, 0, 0x7fcn],
  [false, false, true, 5, 3, 3, 2, 0x400000000007d4n],
  [false, false, true, 15, 3, 3, 1, 0x200000000007fcn],
  [false, false, true, 15, 2, 3, 3, 0x600000000007bcn],
  [false, true, false, 15, 2, 0, 0, 0x4bcn],
  [false, true, true, 1, 0, 0, 2, 0x40000000000404n],
  [true, false, false, 6, 3, 3, 0, 0x7d8n],
  [true, false, true, 6, 1, 3, 3, 0x60000000000758n],
  [true, false, true, 5, 1, 3, 2, 0x40000000000754n],
  [true, false, true, 7, 3, 3, 0, 0x7dcn],
  [true, true, true, 6, 3, 0, 1, 0x200000000004d8n],
];

describe('the leaves of Linux', () => {
  it.each(LINUX)(
    'fwb %s, lpa2 %s, xnx %s: MemAttr %i, S2AP %i, SH %i, XN %i',
    (fwb, lpa2, xnx, memAttr, s2ap, sh, xn, attr) => {
      const how: LeafOptions = { fwb, lpa2, xnx, level: 3 };
      const address = 0x8_8123_4000n;
      const leaf = decodeStage2Leaf(attr | address | 3n, how);
      expect(leaf).toMatchObject({
        type: 'page',
        size: 4096,
        memAttr,
        s2ap: { read: (s2ap & 1) !== 0, write: (s2ap & 2) !== 0 },
        sh: lpa2 ? null : ['NSH', 'reserved', 'OSH', 'ISH'][sh],
        af: true,
        execute: { el1: xn === 0 || xn === 3, el0: xn === 0 || xn === 1 },
        findings: [],
      });
      expect(BigInt(leaf.outputAddress ?? 0)).toBe(address);
      const again = encodeStage2Leaf(address, inputOf(leaf, how)).value;
      expect(BigInt(again ?? 0)).toBe(attr | address | 3n);
    },
  );
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
    expect(at(false).size).toBe(lpa2 ? null : size);
    expect(at(false).type === 'reserved').toBe(lpa2);
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

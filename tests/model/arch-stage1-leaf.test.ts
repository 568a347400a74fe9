import * as fc from 'fast-check';
import { decodeStage1Leaf, fieldNamed, renderText, type Stage1LeafOptions } from 'stage-two';
import { describe, expect, it } from 'vitest';

/** A descriptor by its fields, the bits of each where pgtable-hwdef.h of Linux has them. */
const says = (value: bigint, how: Stage1LeafOptions) => {
  const leaf = decodeStage1Leaf(value, how);
  const of = (name: string) => fieldNamed(leaf.fields, name)?.value ?? null;
  return { leaf, of };
};
const PAGE = { regime: 'EL1&0', level: 3 } as const;

/**
 * Entries that kernels printed in public reports, with the virtual address that each maps. In the linear
 * map of a kernel with 4K pages the address in the entry is that of the page, and what follows `pte=`
 * is UXN, PXN, DBM, then AF, SH 11, and the index: MT_NORMAL_TAGGED (1) since 5.10, MT_NORMAL (4) in 5.4.
 */
const PRINTED = [
  ['6.6, Juno, alignment fault in the linear map', 0x00680008afc89707n, 0x8afc89000n, 1, 0],
  ['5.4, HiKey, linear map', 0x006800006772f713n, 0x6772f000n, 4, 0],
  [
    '5.15, a PL011 behind ioremap, with page-table isolation',
    0x006800009c090f13n,
    0x9c090000n,
    4,
    1,
  ],
  ['5.15 of Android, linear map', 0x006800002a0d8707n, 0x2a0d8000n, 1, 0],
] as const;

describe('entries that kernels printed', () => {
  it.each(PRINTED)('%s', (_, value, address, index, nG) => {
    const { leaf, of } = says(value, PAGE);
    expect(leaf).toMatchObject({ type: 'page', size: 4096, attrIndx: index, findings: [] });
    expect(BigInt(leaf.outputAddress ?? 0)).toBe(address);
    expect([of('UXN'), of('PXN'), of('DBM'), of('AF'), of('SH[1:0]'), of('nG')]).toEqual([
      1,
      1,
      1,
      1,
      3,
      nG,
    ]);
    expect([of('AP[2:1]'), of('NS'), of('GP'), of('Contiguous')]).toEqual([0, 0, 0, 0]);
  });

  it('an entry that debug_pagealloc took away is not valid, with 64K pages', () => {
    const { leaf } = says(0x0068000007c00f06n, { ...PAGE, granule: '64K' });
    expect(leaf.type).toBe('invalid-descriptor');
  });

  // pgd=000000bffcfff003, pud=0000009f27cee003, pmd=000000bf4b993003 of the same kind of report.
  it.each([
    [0x000000bffcfff003n, 0, 0xbffcfff000n],
    [0x0000009f27cee003n, 1, 0x9f27cee000n],
    [0x000000bf4b993003n, 2, 0xbf4b993000n],
  ])('a table at level %#', (value, level, next) => {
    const { leaf } = says(value, { regime: 'EL1&0', level });
    expect(leaf).toMatchObject({ type: 'table', findings: [] });
    expect(BigInt(leaf.nextTable ?? 0)).toBe(next);
  });
});

describe('regimes', () => {
  // neighbours.md 5.1: one VA range and one privilege level; AP[1] is RES1 there (O-BHYVEEL2).
  it('EL2 without E2H has XN, no PXN, no nG, and AP[1] that is RES1', () => {
    const { leaf, of } = says((1n << 54n) | (1n << 6n) | 0x703n, { regime: 'EL2', level: 3 });
    expect(of('XN')).toBe(1);
    expect(fieldNamed(leaf.fields, 'UXN')).toBeNull();
    expect(fieldNamed(leaf.fields, 'nG')).toBeNull();
    expect(leaf.findings).toEqual([]);
    const odd = decodeStage1Leaf(0x703n | (1n << 53n) | (1n << 11n), { regime: 'EL2', level: 3 });
    expect(odd.findings.map(({ bits, finding }) => `${bits} ${finding}`)).toEqual([
      '53 res0-set',
      '11 res0-set',
      '6 res1-clear',
    ]);
  });

  // neighbours.md 5.2: the four bits of stage 2 read in the other format.
  it.each([
    [0b1111n, 7, 1],
    [0b0101n, 5, 0],
    [0b0001n, 1, 0],
    [0b0110n, 6, 0],
  ])('MemAttr %s of stage 2 is index %i here', (memAttr, index, ns) => {
    const { leaf, of } = says((memAttr << 2n) | 0x7c3n, { regime: 'EL2&0', level: 3 });
    expect([leaf.attrIndx, of('NS')]).toEqual([index, ns]);
  });
});

describe('any value', () => {
  const how = fc.record({
    regime: fc.constantFrom('EL1&0', 'EL2&0', 'EL2', 'EL3'),
    level: fc.integer({ min: 1, max: 3 }),
    granule: fc.constantFrom('4K', '16K', '64K'),
    lpa2: fc.boolean(),
    bbml1: fc.boolean(),
  });
  const word = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });

  it('is split into fields that hold each of its 64 bits once', () => {
    fc.assert(
      fc.property(word, how, (value, options) => {
        const { fields } = decodeStage1Leaf(value, options as Stage1LeafOptions);
        let next = 63;
        let whole = 0n;
        for (const { hi, lo, hex } of fields) {
          expect(hi).toBe(next);
          next = lo - 1;
          whole |= BigInt(hex) << BigInt(lo);
        }
        expect(next).toBe(-1);
        expect(whole).toBe(value);
      }),
    );
  });

  it('that is none gives an error, and a text', () => {
    const bad = decodeStage1Leaf(-1n, PAGE);
    expect(bad).toMatchObject({ type: 'invalid', fields: [], error: { code: 'out-of-range' } });
    expect(renderText(bad)).toMatch(/^invalid \(stage-1 descriptor\)\n/);
    const odd = decodeStage1Leaf(3n, { regime: 'EL9', level: 3 } as unknown as Stage1LeafOptions);
    expect(odd.error).toMatchObject({ code: 'unknown-choice' });
  });
});

import * as fc from 'fast-check';
import { readPtdump, renderText, setPtdump } from 'stage-two';
import { describe, expect, it } from 'vitest';

const words = (line: string) =>
  Object.fromEntries(readPtdump(line).fields.map(({ name, value }) => [name, value]));

/**
 * Lines as kernels printed them: Documentation/arch/arm64/ptdump.rst, and a public report of block
 * mappings in the linear map of 6.17. What each word stands for is in arch/arm64/mm/ptdump.c.
 */
const STAGE1 = [
  [
    '0xffff800008200000-0xffff800008e00000    12M PTE ro x  SHD AF  CON  UXN  MEM/NORMAL',
    { 'AP[2]': 1, PXN: 0, UXN: 1, Contiguous: 1, 'AttrIndx[2:0]': 0, nG: 0, Type: 1 },
  ],
  [
    '0xfff0000800700000-0xfff0000800710000       64K PTE  ro NX SHD AF   UXN    MEM/NORMAL-TAGGED',
    { 'AP[2]': 1, PXN: 1, UXN: 1, Contiguous: 0, 'AttrIndx[2:0]': 1 },
  ],
  [
    '0xffff60bf40200000-0xffff60bf41800000          22M PMD       ro NX SHD AF NG     BLK UXN    MEM/NORMAL',
    { 'AP[2]': 1, PXN: 1, nG: 1, Type: 0, 'AttrIndx[2:0]': 0 },
  ],
  [
    '0xffff000000000000-0xffff000000200000           2M PMD       RW NX SHD AF        BLK UXN    MEM/NORMAL-TAGGED',
    { 'AP[2]': 0, PXN: 1, nG: 0, Type: 0, 'AttrIndx[2:0]': 1, Valid: 1 },
  ],
] as const;

describe('a line of kernel_page_tables', () => {
  it.each(STAGE1)('%s', (line, wanted) => {
    const read = readPtdump(line);
    expect(read).toMatchObject({ stage: 1, unknown: [], empty: false, source: ['ARCH734'] });
    expect(words(line)).toMatchObject({ ...wanted, AF: 1, 'SH[1:0]': 3, 'AP[1]': 0 });
    expect(BigInt(read.to ?? 0) - BigInt(read.from ?? 0)).toBe(BigInt(read.bytes ?? 0));
  });

  it('makes the bits that Linux has for these words: PAGE_KERNEL, tagged, without DBM', () => {
    const { bits } = readPtdump(STAGE1[1][0].replace('ro', 'RW'));
    expect(bits).toBe('0x0060000000000707');
  });

  it('of a hole has no words', () => {
    expect(readPtdump('0xfff0000080000000-0xfff0000800000000       30G PMD')).toMatchObject({
      stage: 1,
      empty: true,
      bits: null,
    });
  });
});

describe('a line of stage2_page_tables', () => {
  // arch/arm64/kvm/ptdump.c: XN 00 px ux, 01 PXNux, 10 PXNUXN, 11 px UXN.
  it.each([
    ['px ux ', 0],
    ['PXNux ', 1],
    ['PXNUXN', 2],
    ['px UXN', 3],
  ])('with %j has XN %i', (word, xn) => {
    const line = `0x0000000080000000-0x0000000081200000          18M 2   R W ${word} AF BLK`;
    expect(readPtdump(line)).toMatchObject({ stage: 2, level: '2', unknown: [] });
    expect(words(line)).toEqual({
      Valid: 1,
      'S2AP[0]': 1,
      'S2AP[1]': 1,
      'XN[1:0]': xn,
      AF: 1,
      Type: 0,
    });
    expect(renderText(readPtdump(line))).toMatch(/memory type +not told/);
  });

  // As the series of 2024 printed it, before FEAT_XNX was told.
  it('of an older kernel leaves its one X unknown', () => {
    const read = readPtdump('0x0000000081200000-0x0000000081a00000           8M 2   R W X AF BLK');
    expect(read.unknown).toEqual(['X']);
    expect(words('0x81200000-0x81a00000 8M 2 R W X AF BLK')['XN[1:0]']).toBeNull();
  });

  it('without R and W permits neither', () => {
    const line = '0x0000000000000000-0x0000000001000000 16M 3 PXNUXN AF';
    expect(words(line)).toMatchObject({ 'S2AP[0]': 0, 'S2AP[1]': 0, Type: 1 });
  });
});

describe('a word that is set', () => {
  it('changes its field and no other', () => {
    for (const [line] of STAGE1) {
      for (const { name, value } of readPtdump(line).fields) {
        const back = setPtdump(setPtdump(line, name, value === 0 ? 1 : 0), name, value ?? 0);
        expect(words(back)).toEqual(words(line));
        expect(readPtdump(back).bytes).toBe(readPtdump(line).bytes);
      }
    }
  });
});

it('never throws, whatever it is given', () => {
  const near = fc
    .array(
      fc.constantFrom('0x8000', '-', '0xffff000000000000', ' ', '18M', 'PTE', 'R', 'W', '\n', '|'),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string(), near), (line) => {
      const read = readPtdump(line);
      expect(read.kind).toBe('ptdump');
      expect(read.error === undefined).toBe(read.stage !== null);
      expect(typeof setPtdump(line, 'AF', 1)).toBe('string');
    }),
  );
  expect(readPtdump(`0x80000000-0x80001000 4K 3 ${'R '.repeat(1e5)}`).kind).toBe('ptdump');
  expect(readPtdump(7 as unknown as string).error).toMatchObject({ code: 'wrong-type' });
});

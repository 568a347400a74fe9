import { decodeRegister, fieldNamed } from 'stage-two';
import { describe, expect, it } from 'vitest';
import { meaning, placed } from './support/registers.ts';

/** Where the manual (ARM-ARM) and the headers of Linux have the fields. */
const POSITIONS = [
  [
    'HCR_EL2',
    0n,
    'VM 0, SWIO 1, PTW 2, FB 9, DC 12, TSW 22, TPCP 23, TPU 24, TVM 26, TGE 27, TDZ 28, CD 32, ' +
      'ID 33, E2H 34, FWB 46, TICAB 50, TOCU 52, DCT 57',
  ],
  ['CLIDR_EL1', 0n, 'ICB 32:30, LoUU 29:27, LoC 26:24, LoUIS 23:21'],
  ['CLIDR_EL1', 0n, 'Ctype7 20:18, Ctype1 2:0, Ttype7 46:45, Ttype1 34:33'],
  ['CTR_EL0', 0n, 'DIC 29, IDC 28, L1Ip 15:14'],
  ['ID_AA64MMFR2_EL1', 0n, 'FWB 43:40, CnP 3:0'],
  [
    'VTCR_EL2',
    0n,
    'HDBSS 45, HAFT 44, TL0 41, GCSH 40, D128 38, S2POE 37, S2PIE 36, TL1 35, AssuredOnly 34, ' +
      'SL2 33, DS 32, NSA 30, NSW 29, HWU62 28, HWU59 25, HD 22, HA 21, VS 19, PS 18:16, ' +
      'TG0 15:14, SH0 13:12, ORGN0 11:10, IRGN0 9:8, SL0 7:6, T0SZ 5:0',
  ],
  [
    'ESR_EL2',
    (0x24n << 26n) | (1n << 24n) | 0x07n,
    'EC 31:26, IL 25, ISV 24, SAS 23:22, SSE 21, SRT 20:16, SF 15, AR 14, VNCR 13, FnV 10, EA 9, ' +
      'CM 8, S1PTW 7, WnR 6, DFSC 5:0, TnD 42, TagAccess 41, GCS 40, Overlay 38, DirtyBit 37, ' +
      'Xs 36:32',
  ],
  ['HPFAR_EL2', 0n, 'NS 63, FIPA 47:4'],
  ['FAR_EL2', 0n, 'VA 63:0'],
] as const;

describe('bit positions', () => {
  it.each(POSITIONS)('%s', (register, word, wanted) => {
    expect(placed(register, word, wanted)).toBe(wanted);
  });

  it('HCR_EL2: MIOCNCE was withdrawn, bit 38 is RES0', () => {
    const { fields, findings } = decodeRegister('HCR_EL2', 1n << 38n);
    expect(fieldNamed(fields, 'MIOCNCE')).toBeNull();
    expect(findings).toMatchObject([{ field: 'RES0', bits: '39:38', finding: 'res0-set' }]);
  });
});

describe('values', () => {
  it('MAIR_EL1: what Linux programs', () => {
    const mair = 0x0400_44f0_ffn;
    expect(meaning('MAIR_EL1', mair, 'Attr0')).toBe('Normal WB RWA');
    expect(meaning('MAIR_EL1', mair, 'Attr1')).toBe('Normal WB RWA, Tagged');
    expect(meaning('MAIR_EL1', mair, 'Attr2')).toBe('Normal NC');
    expect(meaning('MAIR_EL1', mair, 'Attr3')).toBe('Device-nGnRnE');
    expect(meaning('MAIR_EL1', mair, 'Attr4')).toBe('Device-nGnRE');
  });

  it('MAIR_EL1: halves that differ, hints, XS, and a reserved byte', () => {
    expect(meaning('MAIR_EL1', 0x4fn, 'Attr0')).toBe('Normal outer NC, inner WB RWA');
    expect(meaning('MAIR_EL1', 0x77n, 'Attr0')).toBe('Normal WB RWA transient');
    expect(meaning('MAIR_EL1', 0x40n, 'Attr0')).toBe('Normal NC, XS = 0');
    expect(decodeRegister('MAIR_EL1', 0x02n << 8n).findings).toMatchObject([
      { field: 'Attr1', bits: '15:8', finding: 'reserved' },
    ]);
  });

  it('VTCR_EL2: the start level depends on granule, DS and SL2', () => {
    const sl0 = (word: bigint) => meaning('VTCR_EL2', word, 'SL0');
    const [k64, k16, ds, sl2] = [1n << 14n, 2n << 14n, 1n << 32n, 1n << 33n];
    expect([0n, 1n, 2n, 3n].map((v) => sl0(v << 6n))).toEqual([
      'level 2',
      'level 1',
      'level 0',
      'level 3',
    ]);
    expect(sl0(ds | sl2)).toBe('level -1');
    expect(sl0(ds | sl2 | (1n << 6n))).toBe('reserved');
    expect(sl0(sl2)).toBe('level 2');
    expect([0n, 1n, 2n].map((v) => sl0(k64 | (v << 6n)))).toEqual([
      'level 3',
      'level 2',
      'level 1',
    ]);
    expect(sl0(k64 | (3n << 6n))).toBe('reserved');
    expect(sl0(k16 | (3n << 6n))).toBe('level 0, with FEAT_LPA2');
    expect(sl0(3n << 14n)).toBe('reserved');
  });

  it('VTCR_EL2: 52-bit addresses need DS, or the 64K granule', () => {
    const ps = (word: bigint) => meaning('VTCR_EL2', word | (6n << 16n), 'PS');
    expect(ps(0n)).toBe('48 bits, because DS is 0');
    expect(ps(1n << 32n)).toBe('52 bits');
    expect(ps(1n << 14n)).toBe('52 bits');
    expect(ps(1n << 38n)).toBe('52 bits');
    expect(meaning('VTCR_EL2', (7n << 16n) | (1n << 38n), 'PS')).toBe('56 bits');
    expect(meaning('VTCR_EL2', 5n << 16n, 'PS')).toBe('48 bits');
  });

  it('CTR_EL0: reserved granules', () => {
    const ctr = 0x80008000n;
    expect(meaning('CTR_EL0', ctr | (10n << 24n), 'CWG')).toBe('reserved');
    expect(meaning('CTR_EL0', ctr | (1n << 20n), 'ERG')).toBe('reserved');
    expect(meaning('CTR_EL0', ctr, 'CWG')).toBe('not given here: assume 512 words, 2048 bytes');
    expect(meaning('CTR_EL0', ctr, 'IminLine')).toBe('1 word, 4 bytes');
  });

  it('FAR_EL2: 64 bits do not fit a number', () => {
    expect(fieldNamed(decodeRegister('FAR_EL2', 2n ** 64n - 1n).fields, 'VA')).toMatchObject({
      value: null,
      hex: '0xffffffffffffffff',
      meaning: 'VA 0xffffffffffffffff',
    });
  });
});

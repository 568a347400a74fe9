import * as fc from 'fast-check';
import { decodeRegister, REGISTER_NAMES } from 'stage-two';
import { describe, expect, it } from 'vitest';
import { assembled, bitsNotOnce, highestFirst } from './support/fields.ts';
import { meaning, value } from './support/registers.ts';

const anyWord = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const anyRegister = fc.constantFrom(...REGISTER_NAMES);

describe('every register', () => {
  it('accounts for every bit exactly once, highest first', () => {
    fc.assert(
      fc.property(anyRegister, anyWord, (register, raw) => {
        const { fields } = decodeRegister(register, raw);
        expect(bitsNotOnce(fields)).toEqual([]);
        expect(highestFirst(fields)).toBe(true);
      }),
    );
  });

  it('loses nothing: its fields make the value again', () => {
    fc.assert(
      fc.property(anyRegister, anyWord, (register, raw) => {
        const decoded = decodeRegister(register, raw);
        expect(assembled(decoded.fields)).toBe(raw);
        expect(BigInt(decoded.value ?? -1)).toBe(raw);
      }),
    );
  });

  it('has a meaning for every value of every field', () => {
    fc.assert(
      fc.property(anyRegister, anyWord, (register, raw) => {
        for (const field of decodeRegister(register, raw).fields) {
          expect(field.meaning).not.toBe('');
          expect(field.meaning).not.toMatch(/undefined|NaN/);
        }
      }),
    );
  });

  it('survives JSON', () => {
    fc.assert(
      fc.property(anyRegister, anyWord, (register, raw) => {
        const decoded = decodeRegister(register, raw);
        expect(JSON.parse(JSON.stringify(decoded))).toEqual(decoded);
      }),
    );
  });

  it('answers 0 without a finding, but for bits that are RES1', () => {
    const findings = REGISTER_NAMES.flatMap((register) => {
      return decodeRegister(register, 0n).findings.map((f) => `${register}.${f.field}[${f.bits}]`);
    });
    expect(findings).toEqual(['CTR_EL0.RES1[31]', 'CTR_EL0.L1Ip[15:14]', 'VTCR_EL2.RES1[31]']);
  });
});

/** QEMU-CPU: ID-register constants of its CPU models, as `cpus.json` quotes them. */
const CPUS = [
  { cpu: 'Cortex-A53', ctr: 0x84448004n, mmfr2: 0n, fwb: 0, idc: 0, dic: 0 },
  { cpu: 'Cortex-A72', ctr: 0x8444c004n, mmfr2: 0n, fwb: 0, idc: 0, dic: 0 },
  { cpu: 'Cortex-A76', ctr: 0x8444c004n, mmfr2: 0x1011n, fwb: 0, idc: 0, dic: 0 },
  { cpu: 'A64FX', ctr: 0x86668006n, mmfr2: 0x1011n, fwb: 0, idc: 0, dic: 0 },
  { cpu: 'Cortex-A78AE', ctr: 0x9444c004n, mmfr2: 0x100001011n, fwb: 0, idc: 1, dic: 0 },
  { cpu: 'Cortex-A710', ctr: 0x9444c004n, mmfr2: 0x1221011110101011n, fwb: 1, idc: 1, dic: 0 },
  { cpu: 'Neoverse N2', ctr: 0xb444c004n, mmfr2: 0x1221011112101011n, fwb: 1, idc: 1, dic: 1 },
  { cpu: 'Neoverse V1', ctr: 0xb444c004n, mmfr2: 0x0220011102101011n, fwb: 1, idc: 1, dic: 1 },
];

describe('registers of real CPUs', () => {
  it.each(CPUS)('$cpu: FWB $fwb, IDC $idc, DIC $dic', ({ ctr, mmfr2, fwb, idc, dic }) => {
    expect(value('ID_AA64MMFR2_EL1', mmfr2, 'FWB')).toBe(fwb);
    expect(value('CTR_EL0', ctr, 'IDC')).toBe(idc);
    expect(value('CTR_EL0', ctr, 'DIC')).toBe(dic);
    expect(decodeRegister('CTR_EL0', ctr).findings).toEqual([]);
    expect(decodeRegister('ID_AA64MMFR2_EL1', mmfr2).findings).toEqual([]);
  });

  it('reads the lines of a Cortex-A53: 64 bytes, and of an A64FX: 256 bytes', () => {
    expect(meaning('CTR_EL0', 0x84448004n, 'DminLine')).toBe('16 words, 64 bytes');
    expect(meaning('CTR_EL0', 0x84448004n, 'L1Ip')).toBe('VIPT');
    expect(meaning('CTR_EL0', 0x86668006n, 'IminLine')).toBe('64 words, 256 bytes');
  });

  it.each([
    { cpu: 'Cortex-A53', clidr: 0x0a200023n, loc: 2, louu: 1, louis: 1 },
    { cpu: 'Cortex-A55', clidr: 0x82000023n, loc: 2, louu: 0, louis: 0 },
    { cpu: 'A64FX', clidr: 0x80000023n, loc: 0, louu: 0, louis: 0 },
  ])('$cpu: LoC $loc, LoUU $louu, LoUIS $louis', ({ clidr, loc, louu, louis }) => {
    expect(value('CLIDR_EL1', clidr, 'LoC')).toBe(loc);
    expect(value('CLIDR_EL1', clidr, 'LoUU')).toBe(louu);
    expect(value('CLIDR_EL1', clidr, 'LoUIS')).toBe(louis);
    expect(meaning('CLIDR_EL1', clidr, 'Ctype1')).toBe('instruction and data, separate');
    expect(meaning('CLIDR_EL1', clidr, 'Ctype2')).toBe('unified');
  });
});

describe('bad input', () => {
  it('is an error with what was received, what is expected, an example and a remedy', () => {
    expect(decodeRegister('unheard_el0', 0n).error).toEqual({
      code: 'unknown-choice',
      received: 'name = "unheard_el0" (a string)',
      expected:
        "one of 'CLIDR_EL1', 'CTR_EL0', 'ESR_EL1', 'ESR_EL2', 'FAR_EL2', 'HCR_EL2', 'HPFAR_EL2', 'ID_AA64MMFR2_EL1', 'MAIR_EL1', 'VTCR_EL2'",
      example: "'CLIDR_EL1'",
      remedy:
        "Ask about one of 'CLIDR_EL1', 'CTR_EL0', 'ESR_EL1', 'ESR_EL2', 'FAR_EL2', 'HCR_EL2', 'HPFAR_EL2', 'ID_AA64MMFR2_EL1', 'MAIR_EL1', 'VTCR_EL2'.",
    });
    expect(decodeRegister('CTR_EL0', 2n ** 64n).error).toEqual({
      code: 'out-of-range',
      received: 'value = 18446744073709551616n (a bigint)',
      expected:
        'a 64-bit value: a bigint from 0n to 2n ** 64n - 1n, or a whole number below 2 ** 53',
      example: '0x84448004n',
      remedy: 'Give value as a bigint, such as 0x84448004n, or BigInt(text) for a text.',
    });
  });

  it.each([-1n, 2n ** 64n, 2n ** 4096n, -1, 0.5, 2 ** 53, Number.NaN, Infinity, '1', null, {}, []])(
    'refuses %s as a value',
    (bad) => {
      const decoded = decodeRegister('CTR_EL0', bad as never);
      expect(decoded).toMatchObject({ value: null, fields: [] });
      expect(decoded.error?.received).toMatch(/^value = /);
    },
  );

  it('accepts a number as far as it is exact', () => {
    expect(decodeRegister('CTR_EL0', 0x84448004)).toEqual(decodeRegister('CTR_EL0', 0x84448004n));
  });

  it('knows no names of Object.prototype', () => {
    for (const name of ['toString', '__proto__', 'constructor', 'hasOwnProperty']) {
      expect(decodeRegister(name as never, 0n).error?.code).toBe('unknown-choice');
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (name, raw) => {
        expect(decodeRegister(name as never, raw as never).kind).toBe('register');
        expect(decodeRegister('ESR_EL2', raw as never).kind).toBe('register');
      }),
    );
  });
});

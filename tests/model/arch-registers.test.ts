import fc from 'fast-check';
import { decodeRegister, fieldNamed, REGISTER_NAMES, type RegisterName } from 'stage-two';
import { describe, expect, it } from 'vitest';
import { assembled, bitsNotOnce, highestFirst } from './support/fields.ts';

const word = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const name = fc.constantFrom(...REGISTER_NAMES);

function value(register: RegisterName, word: bigint, field: string): number | null | undefined {
  return fieldNamed(decodeRegister(register, word).fields, field)?.value;
}

function meaning(register: RegisterName, word: bigint, field: string): string | undefined {
  return fieldNamed(decodeRegister(register, word).fields, field)?.meaning;
}

function positions(register: RegisterName, word: bigint): Record<string, string> {
  return Object.fromEntries(decodeRegister(register, word).fields.map((f) => [f.name, f.bits]));
}

describe('every register', () => {
  it('accounts for every bit exactly once, highest first', () => {
    fc.assert(
      fc.property(name, word, (register, value) => {
        const { fields } = decodeRegister(register, value);
        expect(bitsNotOnce(fields)).toEqual([]);
        expect(highestFirst(fields)).toBe(true);
      }),
    );
  });

  it('loses nothing: its fields make the value again', () => {
    fc.assert(
      fc.property(name, word, (register, value) => {
        const decoded = decodeRegister(register, value);
        expect(assembled(decoded.fields)).toBe(value);
        expect(BigInt(decoded.value ?? -1)).toBe(value);
      }),
    );
  });

  it('has a meaning for every value of every field', () => {
    fc.assert(
      fc.property(name, word, (register, value) => {
        for (const field of decodeRegister(register, value).fields) {
          expect(field.meaning).not.toBe('');
          expect(field.meaning).not.toMatch(/undefined|NaN/);
        }
      }),
    );
  });

  it('survives JSON', () => {
    fc.assert(
      fc.property(name, word, (register, value) => {
        const decoded = decodeRegister(register, value);
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

describe('bit positions', () => {
  it('HCR_EL2: those that matter here', () => {
    expect(positions('HCR_EL2', 0n)).toMatchObject({
      ...{ VM: '0', SWIO: '1', PTW: '2', FB: '9', DC: '12', TSW: '22', TPCP: '23', TPU: '24' },
      ...{ TVM: '26', TGE: '27', TDZ: '28', CD: '32', ID: '33', E2H: '34', FWB: '46' },
      ...{ TICAB: '50', TOCU: '52', DCT: '57' },
    });
  });

  it('HCR_EL2: MIOCNCE was withdrawn, bit 38 is RES0', () => {
    const { fields, findings } = decodeRegister('HCR_EL2', 1n << 38n);
    expect(fieldNamed(fields, 'MIOCNCE')).toBeNull();
    expect(findings).toMatchObject([{ field: 'RES0', bits: '39:38', finding: 'res0-set' }]);
  });

  it('CLIDR_EL1, CTR_EL0 and ID_AA64MMFR2_EL1', () => {
    expect(positions('CLIDR_EL1', 0n)).toMatchObject({
      ...{ ICB: '32:30', LoUU: '29:27', LoC: '26:24', LoUIS: '23:21' },
      ...{ Ctype7: '20:18', Ctype1: '2:0', Ttype7: '46:45', Ttype1: '34:33' },
    });
    expect(positions('CTR_EL0', 0n)).toMatchObject({ DIC: '29', IDC: '28', L1Ip: '15:14' });
    expect(positions('ID_AA64MMFR2_EL1', 0n)).toMatchObject({ FWB: '43:40', CnP: '3:0' });
  });

  it('VTCR_EL2, as the register table of Linux has them', () => {
    expect(positions('VTCR_EL2', 0n)).toMatchObject({
      ...{ HDBSS: '45', HAFT: '44', TL0: '41', GCSH: '40', D128: '38', S2POE: '37', S2PIE: '36' },
      ...{ TL1: '35', AssuredOnly: '34', SL2: '33', DS: '32', NSA: '30', NSW: '29' },
      ...{ HWU62: '28', HWU59: '25', HD: '22', HA: '21', VS: '19', PS: '18:16', TG0: '15:14' },
      ...{ SH0: '13:12', ORGN0: '11:10', IRGN0: '9:8', SL0: '7:6', T0SZ: '5:0' },
    });
  });

  it('ESR_EL2 of a Data Abort, as asm/esr.h has them', () => {
    const abort = (0x24n << 26n) | 0x07n;
    expect(positions('ESR_EL2', abort | (1n << 24n))).toMatchObject({
      ...{ EC: '31:26', IL: '25', ISV: '24', SAS: '23:22', SSE: '21', SRT: '20:16', SF: '15' },
      ...{ AR: '14', VNCR: '13', FnV: '10', EA: '9', CM: '8', S1PTW: '7', WnR: '6', DFSC: '5:0' },
      ...{ TnD: '42', TagAccess: '41', GCS: '40', Overlay: '38', DirtyBit: '37', Xs: '36:32' },
    });
    expect(positions('ESR_EL2', abort)).not.toHaveProperty('SAS');
  });

  it('HPFAR_EL2 and FAR_EL2', () => {
    expect(positions('HPFAR_EL2', 0n)).toMatchObject({ NS: '63', FIPA: '47:4' });
    expect(positions('FAR_EL2', 0n)).toEqual({ VA: '63:0' });
    expect(fieldNamed(decodeRegister('FAR_EL2', 2n ** 64n - 1n).fields, 'VA')).toMatchObject({
      value: null,
      hex: '0xffffffffffffffff',
    });
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
});

describe('ESR_EL2', () => {
  const esr = (ec: bigint, iss: bigint) => (ec << 26n) | iss;
  const dfsc = (code: bigint) => meaning('ESR_EL2', esr(0x24n, code), 'DFSC');

  it('names the status codes that Linux names', () => {
    expect(dfsc(0x04n)).toBe('Translation fault, level 0');
    expect(dfsc(0x0fn)).toBe('Permission fault, level 3');
    expect(dfsc(0x08n)).toBe('Access flag fault, level 0');
    expect(dfsc(0x10n)).toBe('synchronous External abort, not on a table walk');
    expect(dfsc(0x13n)).toBe('synchronous External abort on a table walk, level -1');
    expect(dfsc(0x16n)).toBe('synchronous External abort on a table walk, level 2');
    expect(dfsc(0x2bn)).toBe('Translation fault, level -1');
    expect(dfsc(0x29n)).toBe('Address size fault, level -1');
    expect(dfsc(0x35n)).toBe(
      'IMPLEMENTATION DEFINED fault, unsupported Exclusive or Atomic access',
    );
    expect(dfsc(0x3fn)).toBe('reserved');
  });

  it('has one text for each status code', () => {
    const codes = Array.from({ length: 64 }, (_, code) => dfsc(BigInt(code)));
    const named = codes.filter((text) => text !== 'reserved');
    expect(new Set(named).size).toBe(named.length);
  });

  it('reads other fields where ISV is 0, and others again for an External abort', () => {
    const plain = positions('ESR_EL2', esr(0x24n, 0x07n));
    expect(plain).toMatchObject({ TopLevel: '21', FnP: '15', LST: '12:11' });
    const external = positions('ESR_EL2', esr(0x24n, 0x10n));
    expect(external).toMatchObject({ WU: '17:16', PFV: '14', SET: '12:11' });
    const alignment = positions('ESR_EL2', esr(0x24n, 0x21n));
    expect(alignment).not.toHaveProperty('LST');
    expect(alignment).not.toHaveProperty('SET');
  });

  it('reads an Instruction Abort, and leaves its ISS2 whole', () => {
    const abort = positions('ESR_EL2', esr(0x20n, 0x07n));
    expect(abort).toMatchObject({ ISS2: '55:32', S1PTW: '7', IFSC: '5:0' });
    expect(abort).not.toHaveProperty('ISV');
    expect(positions('ESR_EL2', esr(0x20n, 0x10n))).toHaveProperty('SET', '12:11');
    expect(positions('ESR_EL2', esr(0x20n, 0x16n))).not.toHaveProperty('SET');
  });

  it('leaves the syndrome of other classes whole', () => {
    expect(positions('ESR_EL2', esr(0x16n, 0x5n))).toMatchObject({ ISS: '24:0', ISS2: '55:32' });
    expect(meaning('ESR_EL2', esr(0x16n, 0n), 'EC')).toBe('HVC, AArch64');
    expect(decodeRegister('ESR_EL2', esr(0x3fn, 0n)).findings).toMatchObject([
      { field: 'EC', finding: 'reserved' },
    ]);
  });

  it('says that FAR_EL2 is not valid only for an External abort', () => {
    const fnv = 1n << 10n;
    expect(meaning('ESR_EL2', esr(0x24n, 0x10n | fnv), 'FnV')).toBe('FAR_EL2 is not valid');
    expect(meaning('ESR_EL2', esr(0x24n, 0x10n), 'FnV')).toBe('FAR_EL2 is valid');
    expect(meaning('ESR_EL2', esr(0x24n, 0x07n | fnv), 'FnV')).toBe('reserved');
  });
});

describe('bad input', () => {
  it('is an error with what was received, what is expected, an example and a remedy', () => {
    expect(decodeRegister('ctr_el0' as never, 0n).error).toEqual({
      code: 'unknown-choice',
      received: 'name = "ctr_el0" (a string)',
      expected:
        "one of 'CLIDR_EL1', 'CTR_EL0', 'ESR_EL2', 'FAR_EL2', 'HCR_EL2', 'HPFAR_EL2', 'ID_AA64MMFR2_EL1', 'MAIR_EL1', 'VTCR_EL2'",
      example: "'CTR_EL0'",
      remedy:
        "Ask about one of 'CLIDR_EL1', 'CTR_EL0', 'ESR_EL2', 'FAR_EL2', 'HCR_EL2', 'HPFAR_EL2', 'ID_AA64MMFR2_EL1', 'MAIR_EL1', 'VTCR_EL2'.",
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
    (value) => {
      const decoded = decodeRegister('CTR_EL0', value as never);
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
      fc.property(fc.anything(), fc.anything(), (name, value) => {
        expect(decodeRegister(name as never, value as never).kind).toBe('register');
        expect(decodeRegister('ESR_EL2', value as never).kind).toBe('register');
      }),
    );
  });
});

import { readFileSync } from 'node:fs';
import {
  decodeRegister,
  decodeShareability,
  decodeStage2Fault,
  decodeStage2MemAttr,
  fieldNamed,
  REGISTER_NAMES,
} from 'stage-two';
import { describe, expect, it } from 'vitest';
import { memoryName } from '../../src/model/arch/memory-name.ts';
import { meaning } from './support/registers.ts';

/** Exception classes as arch/arm64/include/asm/esr.h numbers them, with a word of the manual. */
const CLASSES: Readonly<Record<number, string>> = {
  0x00: 'unknown',
  0x01: 'WFI',
  0x03: 'MCR.*15',
  0x04: 'MCRR.*15',
  0x05: 'MCR.*14',
  0x06: 'LDC',
  0x07: 'SIMD',
  0x08: 'VMRS',
  0x09: 'pointer authentication',
  0x0a: 'LD64B',
  0x0c: 'MRRC.*14',
  0x0d: 'Branch Target',
  0x0e: 'Illegal Execution',
  0x11: 'SVC.*32',
  0x12: 'HVC.*32',
  0x13: 'SMC.*32',
  0x14: '128-bit System',
  0x15: 'SVC.*64',
  0x16: 'HVC.*64',
  0x17: 'SMC.*64',
  0x18: 'System.*64',
  0x19: 'SVE',
  0x1a: 'ERET',
  0x1c: 'failed pointer authentication',
  0x1d: 'SME',
  0x20: 'Instruction Abort.*lower',
  0x21: 'Instruction Abort.*EL2',
  0x22: 'PC alignment',
  0x24: 'Data Abort.*lower',
  0x25: 'Data Abort.*EL2',
  0x26: 'SP alignment',
  0x27: 'Memory Copy',
  0x28: 'floating-point.*32',
  0x2c: 'floating-point.*64',
  0x2d: 'Guarded Control Stack',
  0x2f: 'SError',
  0x30: 'Breakpoint.*lower',
  0x31: 'Breakpoint.*EL2',
  0x32: 'Software Step.*lower',
  0x33: 'Software Step.*EL2',
  0x34: 'Watchpoint.*lower',
  0x35: 'Watchpoint.*EL2',
  0x38: 'BKPT',
  0x3a: 'Vector Catch',
  0x3c: 'BRK',
  0x3d: 'Profiling',
};

describe('the registers', () => {
  it('have the titles of the manual and a source', () => {
    const titles: Record<string, RegExp> = {
      CTR_EL0: /^Cache Type Register/,
      CLIDR_EL1: /^Cache Level ID Register/,
      ID_AA64MMFR2_EL1: /^AArch64 Memory Model Feature Register 2/,
      HCR_EL2: /^Hypervisor Configuration Register/,
      MAIR_EL1: /^Memory Attribute Indirection Register/,
      VTCR_EL2: /^Virtualization Translation Control Register/,
      ESR_EL1: /^Exception Syndrome Register/,
      ESR_EL2: /^Exception Syndrome Register/,
      HPFAR_EL2: /^Hypervisor IPA Fault Address Register/,
      FAR_EL2: /^Fault Address Register/,
    };
    expect([...REGISTER_NAMES].sort()).toEqual(Object.keys(titles).sort());
    const known = new Set<string>(
      JSON.parse(readFileSync('content/data/sources.json', 'utf8')).map(
        (s: { id: string }) => s.id,
      ),
    );
    for (const name of REGISTER_NAMES) {
      const { title, source } = decodeRegister(name, 0n);
      expect(title).toMatch(titles[name] as RegExp);
      expect(source).toContain('ARM-ARM');
      expect(source.filter((id) => !known.has(id))).toEqual([]);
    }
    expect(decodeRegister('MAIR_EL1', 0n).source).toContain('SAIL94');
  });

  it.each(Array.from({ length: 64 }, (_, ec) => ec))('ESR_EL2: class %i', (ec) => {
    const word = CLASSES[ec];
    const told = meaning('ESR_EL2', BigInt(ec) << 26n, 'EC') ?? '';
    expect(told).toMatch(new RegExp(word ?? '^reserved'));
  });

  it('say the value of a field in the words of the manual', () => {
    expect(meaning('VTCR_EL2', 25n, 'T0SZ')).toBe('39 bits of IPA');
    const walk = ['Non-cacheable', 'Write-Back', 'Write-Through', 'Write-Back'];
    const { fields } = decodeRegister('VTCR_EL2', 0n);
    for (const [field, shift, half] of [
      ['ORGN0', 10n, 'outer'],
      ['IRGN0', 8n, 'inner'],
    ] as const) {
      expect(fieldNamed(fields, field)?.about).toContain(half);
      walk.forEach((word, value) =>
        expect(meaning('VTCR_EL2', BigInt(value) << shift, field)).toContain(word),
      );
      expect(meaning('VTCR_EL2', 1n << shift, field)).toContain('Write-Allocate');
      expect(meaning('VTCR_EL2', 3n << shift, field)).not.toContain('Write-Allocate');
    }
    expect(meaning('HCR_EL2', 3n << 60n, 'TWEDEL')).toBe('2 to the power of 11 cycles');
    expect(meaning('CLIDR_EL1', 0n, 'ICB')).toBe('not given here');
    expect(meaning('CLIDR_EL1', 3n << 30n, 'ICB')).toBe('level 3');
    for (const [field, shift] of [
      ['LoC', 24n],
      ['LoUU', 27n],
      ['LoUIS', 21n],
    ] as const) {
      expect([0n, 1n, 2n].map((v) => meaning('CLIDR_EL1', v << shift, field))).toEqual([
        'no level has to be cleaned',
        'level 1 has to be cleaned',
        'levels 1 to 2 have to be cleaned',
      ]);
    }
    expect([0n, 1n, 2n, 3n].map((v) => meaning('CLIDR_EL1', v << 33n, 'Ttype1'))).toEqual([
      'none',
      'separate',
      expect.stringContaining('unified'),
      expect.stringContaining('lines of their'),
    ]);
    const abort = (0x24n << 26n) | (1n << 24n);
    expect(meaning('ESR_EL2', abort | (31n << 16n), 'SRT')).toBe('the zero register');
    expect(meaning('ESR_EL2', abort | (2n << 16n), 'SRT')).toBe('X2 or W2');
  });
});

describe('bad input of a decoder', () => {
  it('gives an answer of the same shape, and the error', () => {
    const { error, ...sh } = decodeShareability(4);
    expect(sh).toEqual({
      kind: 'shareability',
      sh: null,
      shareability: 'invalid',
      permitted: null,
    });
    expect(error).toMatchObject({ received: 'sh = 4 (a number)' });
    expect(error?.expected).toContain('0 to 3');
    const fields = Object.keys(decodeStage2MemAttr(0, { fwb: true })).sort();
    for (const wrong of [
      decodeStage2MemAttr(16, { fwb: true }),
      decodeStage2MemAttr(0, {} as never),
      decodeStage2MemAttr(0, { fwb: true, mtePerm: 1 as never }),
      decodeStage2MemAttr(0, { fwb: true, more: 1 } as never),
    ]) {
      const { error: why, ...rest } = wrong;
      expect(Object.keys(rest).sort()).toEqual(fields);
      expect(rest).toMatchObject({ kind: 'stage2', type: 'invalid', rule: 'invalid' });
      expect([why?.received, why?.expected, why?.example, why?.remedy].map(Boolean)).toEqual([
        true,
        true,
        true,
        true,
      ]);
    }
    const { error: none, ...fault } = decodeStage2Fault({} as never);
    expect(none?.code).toBeDefined();
    expect(fault).toMatchObject({ access: null, onStage1Walk: false, ipa: null, because: [] });
  });
});

describe('the short name of memory', () => {
  const wb = { cacheability: 'WB', hints: 'RWA', transient: false } as const;
  it.each<[unknown, string]>([
    [{ type: 'Device', device: 'nGRE' }, 'Device-nGRE'],
    [{ type: 'Device', device: null }, 'reserved'],
    [{ type: 'Normal', inner: wb, outer: 'WB' }, 'WB'],
    [{ type: 'Normal', inner: wb, outer: 'NC' }, 'mixed'],
    [{ type: 'Normal', inner: 'WT', outer: 'WT' }, 'WT'],
    [{ type: 'Normal', inner: null, outer: 'WT' }, 'reserved'],
    [{ type: 'Normal', inner: wb, outer: null }, 'reserved'],
    [{ type: 'as-stage-1' }, 'as stage 1'],
    [{ type: 'reserved' }, 'reserved'],
    [{ type: 'invalid' }, 'invalid'],
    [{}, 'invalid'],
    [null, 'invalid'],
    [undefined, 'invalid'],
    ['Normal', 'invalid'],
  ])('of %j is %s', (attrs, name) => expect(memoryName(attrs as never)).toBe(name));
});

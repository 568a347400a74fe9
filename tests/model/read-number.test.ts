import { describe, expect, it } from 'vitest';
import {
  decodeRegister,
  meantInWords,
  parseBits,
  parseCount,
  parseHex,
  parseWord,
  putBits,
  registerNamed,
} from 'stage-two';

describe('a register, a byte or a descriptor is hexadecimal', () => {
  it.each([
    ['44', 8, 0x44n],
    ['0x44', 8, 0x44n],
    ['0XFF', 8, 0xffn],
    [' 9600_0061 ', 64, 0x96000061n],
    ['0x9600 0061', 64, 0x96000061n],
    ['96000061', 64, 0x96000061n],
    ['0x84448004n', 64, 0x84448004n],
    ['0x84448004UL', 64, 0x84448004n],
    ['0b01000100', 8, 0x44n],
    ['0000000000000000000044', 8, 0x44n],
  ])('%j of %i bits', (text, bits, value) => expect(parseHex(text, bits)).toEqual({ value }));

  it.each([
    ['255', 8, ['0xff']],
    ['100', 8, ['0x64', '0x4']],
    ['0b1', 8, ['0xb1', '0x1']],
    ['0b101', 64, ['0xb101', '0x5']],
    ['18446744073709551615', 64, ['0xffffffffffffffff']],
    ['256', 8, []],
    ['0x100', 8, []],
    ['', 8, []],
    ['zz', 8, []],
    ['-1', 8, []],
    ['1.5', 8, []],
    ['1'.repeat(1e6), 64, []],
  ])('%j of %i bits is asked back', (text, bits, meant) =>
    expect(parseHex(text, bits)).toEqual({ value: null, meant }),
  );

  it('says what could be meant', () => {
    expect(meantInWords(parseHex('0b1', 8))).toBe('; write 0xb1 or 0x1 if that is meant');
    expect(meantInWords(parseHex('44', 8))).toBe('');
  });
});

describe('a field of four bits', () => {
  it.each([
    ['0110', 6n],
    ['1111', 15n],
    ['6', 6n],
    ['f', 15n],
    ['15', 15n],
    ['0x6', 6n],
    ['0b0110', 6n],
  ])('%j', (text, value) => expect(parseBits(text, 4)).toEqual({ value }));

  it('asks back what has two readings', () => {
    expect(parseBits('10', 4)).toEqual({ value: null, meant: ['0xa', '0x2'] });
    expect(parseBits('16', 4)).toEqual({ value: null, meant: [] });
  });
});

describe('a count is decimal', () => {
  it.each([
    ['512', 512n],
    ['1_024', 1024n],
    ['0x200', 512n],
    ['0b11', 3n],
    ['0', 0n],
  ])('%j', (text, value) => expect(parseCount(text)).toEqual({ value }));

  it.each([
    ['1f', ['0x1f']],
    ['010', ['10', '0x10']],
    ['x', []],
  ])('%j is asked back', (text, meant) => expect(parseCount(text)).toEqual({ value: null, meant }));
});

describe('a register as people write it', () => {
  it.each([
    ['esr_el2', 'ESR_EL2'],
    ['ESR_EL1', 'ESR_EL1'],
    ['ESR_EL12', 'ESR_EL1'],
    ['ctr', 'CTR_EL0'],
    ['SYS_CTR_EL0', 'CTR_EL0'],
    ['hcr-el2', 'HCR_EL2'],
    ['HCR EL2', 'HCR_EL2'],
    ['MMFR2', 'ID_AA64MMFR2_EL1'],
    ['vtcr_elx', 'VTCR_EL2'],
  ])('%s is %s', (name, register) => {
    expect(registerNamed(name)).toEqual({ register });
    expect(decodeRegister(name, 0n)).toMatchObject({ name: register });
  });

  it('with two levels is asked back, an unknown one has the nearest', () => {
    expect(registerNamed('ESR').error).toMatchObject({ expected: "one of 'ESR_EL1', 'ESR_EL2'" });
    expect(registerNamed('HCR_EL1').error).toMatchObject({ nearest: 'HCR_EL2' });
    expect(registerNamed('CRT_EL0').error).toMatchObject({ nearest: 'CTR_EL0' });
    expect(registerNamed('what').error).not.toHaveProperty('nearest');
  });
});

describe('a 64-bit value in any spelling', () => {
  it.each([
    ['0x84448004', 0x84448004n],
    ['84448004', 0x84448004n],
    ['9444c004', 0x9444c004n],
    ["'0x8444_c004'", 0x8444c004n],
    ['"8444 c004",', 0x8444c004n],
    ['`0x92000061`;', 0x92000061n],
    ['(0x92000061)', 0x92000061n],
    ['= 0x92000061', 0x92000061n],
    ['\u202e0x92000061\u202c', 0x92000061n],
    ['０ｘ９２', 0x92n],
    ['0x92000061UL', 0x92000061n],
    ['18446744073709551615', 2n ** 64n - 1n],
    ['-1', 2n ** 64n - 1n],
    ['-9223372036854775808', 2n ** 63n],
  ])('%j', (text, value) => expect(parseWord(text)).toMatchObject({ value }));

  it('says what digits without a letter are as a decimal number', () => {
    expect(parseWord('2219081732')).toEqual({ value: 0x2219081732n, decimal: 2219081732n });
    expect(parseWord('0x2219081732')).toEqual({ value: 0x2219081732n, decimal: null });
    expect(parseWord('5')).toMatchObject({ decimal: null });
  });

  it.each([
    '',
    'zz',
    '0x',
    '1.5',
    '-0x1',
    '1'.repeat(1e6),
    '0x1ffffffffffffffff',
    '-9223372036854775809',
  ])('%.30j is none', (text) => expect(parseWord(text).value).toBeNull());
});

describe('a field that is set', () => {
  it('changes its own bits', () => {
    expect(putBits(0n, { hi: 31, lo: 26 }, 0x24n)).toBe(0x90000000n);
    expect(putBits(2n ** 64n - 1n, { hi: 63, lo: 0 }, 0n)).toBe(0n);
    expect(putBits(0xffn, { hi: 3, lo: 0 }, 0x1an)).toBe(0xfan);
  });
});

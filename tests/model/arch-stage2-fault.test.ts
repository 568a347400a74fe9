import * as fc from 'fast-check';
import { decodeStage2Fault } from 'stage-two';
import { describe, expect, it } from 'vitest';

const word = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const DATA = 0x24n << 26n;
const FETCH = 0x20n << 26n;
const S1PTW = 1n << 7n;
const hpfar = 0x90000n; // FIPA of 0x0900_0000, the UART of the QEMU virt board
const far = 0xffff_8000_0012_3018n;

describe('decodeStage2Fault', () => {
  it('takes the page from HPFAR_EL2 and the offset from FAR_EL2', () => {
    const fault = decodeStage2Fault({ esr: DATA | (1n << 6n) | 0x07n, hpfar, far });
    expect(fault).toMatchObject({
      access: 'write',
      fault: 'translation',
      level: 3,
      onStage1Walk: false,
      ipa: '0x0000000009000018',
      ipaPage: '0x0000000009000000',
      va: '0xffff800000123018',
    });
    expect(fault.because.filter((step) => step.decides)).toHaveLength(1);
  });

  it('knows only the page where the fault was on a stage-1 table walk', () => {
    const fault = decodeStage2Fault({ esr: DATA | S1PTW | 0x06n, hpfar, far });
    expect(fault).toMatchObject({
      onStage1Walk: true,
      ipa: null,
      ipaPage: '0x0000000009000000',
      level: 2,
    });
  });

  it('has no IPA for a Permission fault, unless it was on a walk', () => {
    const direct = decodeStage2Fault({ esr: DATA | 0x0fn, hpfar, far });
    expect(direct).toMatchObject({ fault: 'permission', ipa: null, ipaPage: null });
    const onWalk = decodeStage2Fault({ esr: DATA | S1PTW | 0x0fn, hpfar, far });
    expect(onWalk.ipaPage).toBe('0x0000000009000000');
  });

  it.each([0x00n, 0x03n, 0x09n, 0x0bn, 0x2bn])('HPFAR_EL2 is written for status %s', (status) => {
    expect(decodeStage2Fault({ esr: DATA | status, hpfar, far }).ipaPage).not.toBeNull();
  });

  it.each([0x0cn, 0x10n, 0x15n, 0x21n, 0x28n, 0x30n, 0x35n, 0x3fn])(
    'HPFAR_EL2 is not written for status %s',
    (status) => {
      expect(decodeStage2Fault({ esr: DATA | status, hpfar, far }).ipaPage).toBeNull();
    },
  );

  it('tells reads, writes, fetches and maintenance apart', () => {
    const access = (esr: bigint) => decodeStage2Fault({ esr, hpfar, far }).access;
    expect(access(DATA | 0x07n)).toBe('read');
    expect(access(DATA | (1n << 6n) | 0x07n)).toBe('write');
    expect(access(DATA | (1n << 8n) | (1n << 6n) | 0x07n)).toBe('maintenance');
    expect(access(FETCH | 0x07n)).toBe('instruction');
  });

  it('has no VA where FnV says so', () => {
    const fnv = 1n << 10n;
    expect(decodeStage2Fault({ esr: DATA | fnv | 0x10n, hpfar, far }).va).toBeNull();
    expect(decodeStage2Fault({ esr: DATA | 0x10n, hpfar, far }).va).not.toBeNull();
  });

  it.each([0x25n, 0x21n, 0x16n, 0x00n])('is no fault of a guest with EC %s', (ec) => {
    const fault = decodeStage2Fault({ esr: (ec << 26n) | 0x07n, hpfar, far });
    expect(fault).toMatchObject({ access: null, fault: null, ipa: null, va: null });
    expect(fault.error).toBeUndefined();
    expect(fault.because).toHaveLength(1);
  });

  it('keeps all 52 bits of an address', () => {
    const fipa = 0xf_ffff_ffff_fn;
    const fault = decodeStage2Fault({ esr: DATA | 0x07n, hpfar: fipa << 4n, far: 0xfffn });
    expect(fault.ipa).toBe('0x000fffffffffffff');
  });

  it('agrees with the registers for any values', () => {
    fc.assert(
      fc.property(word, word, (page, va) => {
        const { ipa } = decodeStage2Fault({ esr: DATA | 0x07n, hpfar: page, far: va });
        const expected = ((page >> 4n) % 2n ** 44n) * 0x1000n + (va % 0x1000n);
        expect(BigInt(ipa ?? -1)).toBe(expected);
      }),
    );
  });

  it('names what is missing, unknown or no 64-bit value', () => {
    const error = (input: unknown) => decodeStage2Fault(input as never).error;
    expect(error({ esr: 0n, hpfar })).toMatchObject({ code: 'missing-field', remedy: 'Add far.' });
    expect(error({ esr: 0n, hpfar, far, x: 1 })).toMatchObject({
      code: 'unknown-field',
      received: 'x = 1 (a number)',
    });
    const long = 'x'.repeat(61); // a name is quoted up to 60 characters
    expect(error({ esr: 0n, hpfar, far, [long]: 1 })?.received).toBe(
      `${long.slice(1)} = 1 (a number)`,
    );
    expect(error({ esr: '0', hpfar, far })).toMatchObject({
      code: 'wrong-type',
      received: 'esr = "0" (a string)',
    });
    expect(error(null)).toMatchObject({ code: 'not-an-object' });
    const throwing = Object.defineProperty({ hpfar, far }, 'esr', {
      get: () => {
        throw new Error('no');
      },
    });
    expect(error(throwing)).toMatchObject({ code: 'unreadable' });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (input, esr) => {
        expect(decodeStage2Fault(input as never).kind).toBe('stage2-fault');
        expect(decodeStage2Fault({ esr, hpfar, far } as never).kind).toBe('stage2-fault');
      }),
    );
  });
});

import { decodeRegister } from 'stage-two';
import { describe, expect, it } from 'vitest';
import { meaning, positions } from './support/registers.ts';

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

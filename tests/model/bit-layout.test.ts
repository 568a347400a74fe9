import { describe, expect, it } from 'vitest';
import { layout } from '../../src/model/arch/bits/layout.ts';
import { split } from '../../src/model/arch/bits/split.ts';

// Expectations: arithmetic on the positions that the table names.

const names = (table: string) => layout(table).map(({ name }) => name);

describe('a table of fields', () => {
  it('passes over a line that is not bits, a name, a feature and texts', () => {
    expect(names('12 AF\n\n  10:9 SH | about')).toEqual(['AF', 'SH']);
    expect(names('12 nT FEAT_BBML1')).toEqual(['nT']);
    expect(names('bit 12 AF\n12 AF set\n12\nAF')).toEqual([]);
  });

  it('says yes or no for a single bit, and the number for more', () => {
    const meanings = (value: bigint) =>
      split(value, layout('4 AF | accessed\n3:0 PBHA')).fields.map(({ meaning }) => meaning);
    expect(meanings(0b0_0000n)).toEqual(['no', '0']);
    expect(meanings(0b1_1010n)).toEqual(['yes', '10']);
    expect(meanings(0b0_0001n)).toEqual(['no', '1']);
  });
});

describe('a field', () => {
  const top = 1n << 63n;
  const at = (value: bigint, hi: number, lo: number) => {
    const { value: number, hex } = split(value, layout(`${hi}:${lo} WIDE`)).fields[0] ?? {};
    return [number, hex];
  };

  it('of up to 53 bits is a number', () => {
    expect(at(2n ** 53n - 1n, 52, 0)).toEqual([2 ** 53 - 1, '0x1fffffffffffff']);
    expect(at(2n ** 54n - 1n, 53, 0)).toEqual([null, '0x3fffffffffffff']);
  });

  it('of more bits is exact, and without the bits beside it', () => {
    expect(at(top | 0b10n | (1n << 62n), 62, 1)).toEqual([
      null,
      `0x${(2n ** 61n + 1n).toString(16)}`,
    ]);
    expect(at(top | 1n, 63, 0)).toEqual([null, '0x8000000000000001']);
    expect(at(top | 1n, 63, 1)).toEqual([null, '0x4000000000000000']);
  });
});

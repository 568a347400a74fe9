import { describe, expect, test } from 'vitest';
import { evidenceDisagrees } from '../../src/observations/evidence.ts';
import type { Recorded, RecordedCase } from '../../src/observations/schema.ts';
import { before, changed, withBoth } from './support/made.ts';

const disagrees = (run: Recorded) => run.cases.flatMap((one) => evidenceDisagrees(run, one));

function withLeaf(leaf: Partial<NonNullable<RecordedCase['leaf']>>): Recorded {
  return changed(withBoth, (one) => ({ ...one, leaf: one.leaf && { ...one.leaf, ...leaf } }));
}

describe('the prot bits of the map call and the descriptor', () => {
  test.each([withBoth, before])('agree', (run) => expect(disagrees(run)).toEqual([]));

  test('differ in a field that the program read wrongly', () =>
    expect(disagrees(withLeaf({ memAttr: 5 }))).toEqual(['memAttr 5, and 6 in the descriptor']));

  test('differ in type and permissions', () =>
    expect(
      disagrees(withLeaf({ descriptor: '0x0040000070000757', memAttr: 5, s2ap: 1, xn: 2 })),
    ).toEqual([
      'memAttr 6 by the map call, and 5 in the descriptor',
      's2ap 3 by the map call, and 1 in the descriptor',
      'xn 0 by the map call, and 2 in the descriptor',
    ]));

  test('differ where one of them is missing', () => {
    expect(disagrees(changed(withBoth, (one) => ({ ...one, map: [] })))).toEqual([
      'a leaf, and no call that mapped it',
    ]);
    const noLeaf = changed(withBoth, (one) => ({ ...one, leaf: null }));
    expect(disagrees(noLeaf)).toEqual(['a call that mapped, and no leaf']);
    // Under pKVM the table belongs to EL2, and nobody can read it.
    expect(disagrees({ ...noLeaf, mode: 'protected' })).toEqual([]);
  });

  test('differ where the two walks find different tables', () =>
    expect(disagrees(withLeaf({ other: '0x0' }))).toEqual([
      '0x00000000700007db from VTTBR_EL2, and 0x0 from kvm_pgtable',
    ]));

  test('prot bits that no leaf takes', () =>
    expect(
      disagrees(
        changed(withBoth, (one) => ({
          ...one,
          map: one.map.map((m) => ({ ...m, prot: ['R', 'X', 'DEVICE'] })),
        })),
      ),
    ).toEqual(['prot R X DEVICE, which no leaf takes']));
});

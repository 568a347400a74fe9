import { describe, expect, test } from 'vitest';
import { translationRegime, type RegimeInput } from '../../src/model/index.ts';

const EL1 = ['TTBR0_EL1', 'TTBR1_EL1'];

// Rows of the pseudocode of the architecture (SAIL94): who runs where, and what translates it.
describe('which tables translate an access', () => {
  test.each<[RegimeInput, string | null, readonly string[], string | null, string | null]>([
    [{ el: 3 }, 'EL3', ['TTBR0_EL3'], 'MAIR_EL3', null],
    [{ el: 2 }, 'EL2', ['TTBR0_EL2'], 'MAIR_EL2', null],
    [{ el: 2, vm: true }, 'EL2', ['TTBR0_EL2'], 'MAIR_EL2', null],
    [{ el: 2, e2h: true }, 'EL2&0', ['TTBR0_EL2', 'TTBR1_EL2'], 'MAIR_EL2', null],
    [{ el: 0, e2h: true, tge: true }, 'EL2&0', ['TTBR0_EL2', 'TTBR1_EL2'], 'MAIR_EL2', null],
    [{ el: 1, vm: true }, 'EL1&0', EL1, 'MAIR_EL1', 'VTTBR_EL2'],
    [{ el: 0, vm: true, e2h: true }, 'EL1&0', EL1, 'MAIR_EL1', 'VTTBR_EL2'],
    [{ el: 1, vm: true, m: false }, 'EL1&0', [], null, 'VTTBR_EL2'],
    [{ el: 1 }, 'EL1&0', EL1, 'MAIR_EL1', null],
    [{ el: 1, dc: true }, 'EL1&0', [], null, 'VTTBR_EL2'],
    [{ el: 0, tge: true, vm: true }, 'EL1&0', [], null, 'VTTBR_EL2'],
    [{ el: 0, tge: true }, 'EL1&0', [], null, null],
    [{ el: 1, tge: true }, null, [], null, null],
  ])('%j is in %s', (input, regime, stage1, mair, stage2) => {
    expect(translationRegime(input)).toMatchObject({ regime, stage1, mair, stage2 });
  });

  test('stage 2 exists in EL1&0 alone', () => {
    for (const el of [0, 1, 2, 3])
      for (let bits = 0; bits < 16; bits++) {
        const [e2h, tge, vm, dc] = [1, 2, 4, 8].map((bit) => (bits & bit) !== 0);
        const input = { el, e2h, tge, vm, dc } as RegimeInput;
        const { regime, stage2 } = translationRegime(input);
        expect(stage2 === null || regime === 'EL1&0').toBe(true);
      }
  });

  test.each([
    [{ el: 4 }, 'out-of-range'],
    [{}, 'missing-field'],
    [null, 'not-an-object'],
    [{ el: 1, vhe: true }, 'unknown-field'],
  ])('%j is answered with what is wrong', (input, code) => {
    const { regime, error } = translationRegime(input as never);
    expect(regime).toBeNull();
    expect(error?.code).toBe(code);
  });
});

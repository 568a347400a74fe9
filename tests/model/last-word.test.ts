import { describe, expect, test } from 'vitest';
import { lastWord, PLAIN_TYPES, type LastWordInput } from '../../src/model/index.ts';

describe('whose type wins', () => {
  test.each<[string, LastWordInput, string | null]>([
    // ARM-ARM: without FWB the weaker of two Normal types, and Device before Normal.
    ['Arm', { system: 'arm', guest: 'uncached' }, 'uncached'],
    ['Arm', { system: 'arm', guest: 'cached', host: 'uncached' }, 'uncached'],
    ['Arm', { system: 'arm', guest: 'uncached', host: 'device' }, 'device'],
    // ARM-ARM: 0110 forces Write-Back; 0101 and 0001 are not undone by the guest.
    ['Arm with FWB', { system: 'arm-fwb', guest: 'uncached' }, 'cached'],
    ['Arm with FWB', { system: 'arm-fwb', guest: 'device' }, 'cached'],
    ['Arm with FWB', { system: 'arm-fwb', guest: 'cached', host: 'uncached' }, 'uncached'],
    // I-KVM734: PAT ignored unless there is non-coherent DMA or the quirk is off.
    ['Intel', { system: 'intel', guest: 'uncached' }, 'cached'],
    ['Intel', { system: 'intel', guest: 'uncached', nonCoherentDma: true }, 'uncached'],
    ['Intel', { system: 'intel', guest: 'uncached', ignorePat: false }, 'uncached'],
    ['Intel', { system: 'intel', guest: 'uncached', host: 'device' }, null],
    // V6-SEAN1: KVM cannot override the guest's PAT on AMD.
    ['AMD', { system: 'amd', guest: 'uncached' }, 'uncached'],
    ['AMD', { system: 'amd', guest: 'uncached', ignorePat: true }, 'uncached'],
    ['AMD', { system: 'amd', guest: 'cached', host: 'device' }, null],
    // R-SPEC: a type of the guest's stage that is not zero overrides, R-IOMMU759: IO to NC too.
    ['RISC-V', { system: 'riscv', guest: 'uncached' }, 'uncached'],
    ['RISC-V', { system: 'riscv', guest: 'uncached', host: 'device' }, 'uncached'],
    ['RISC-V', { system: 'riscv', guest: 'device', host: 'uncached' }, 'device'],
    ['RISC-V', { system: 'riscv', guest: 'cached', host: 'device' }, 'device'],
  ])('%s %j', (_name, input, type) => {
    expect(lastWord(input)).toMatchObject({ kind: 'last-word', type });
  });

  test('on Arm no guest makes cached what the host does not cache', () => {
    for (const system of ['arm', 'arm-fwb'] as const)
      for (const guest of PLAIN_TYPES)
        for (const host of ['uncached', 'device'] as const)
          expect(lastWord({ system, guest, host }).type).not.toBe('cached');
  });

  test('bad input is an answer', () => {
    expect(lastWord({ system: 'sparc', guest: 'cached' } as never).error?.code).toBe(
      'unknown-choice',
    );
    expect(lastWord(null as never).error?.code).toBe('not-an-object');
    expect(lastWord({ system: 'arm', guest: 'cached', fwb: true } as never)).toMatchObject({
      type: null,
      error: { code: 'unknown-field' },
    });
  });
});

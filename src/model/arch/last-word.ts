import { choice, flag } from '../base/field.ts';
import type { ModelError } from '../base/error.ts';
import { readByFields } from '../base/read-fields.ts';
import { BadInput } from '../base/read-input.ts';
import { combineStages } from './combine/combine.ts';
import { memoryName } from './memory-name.ts';

/** Two stages of translation, as KVM uses them for a guest. */
export const TWO_STAGE_SYSTEMS = ['arm', 'arm-fwb', 'intel', 'amd', 'riscv'] as const;

/** One of them. */
export type TwoStageSystem = (typeof TWO_STAGE_SYSTEMS)[number];

/** A type of memory in words that all of them share. */
export const PLAIN_TYPES = ['cached', 'uncached', 'device'] as const;

/**
 * Cached: Write-Back; on RISC-V an entry without a type of its own. Uncached: Normal-NC, or NC of
 * Svpbmt. Device: Device-nGnRE, or IO of Svpbmt.
 */
export type PlainType = (typeof PLAIN_TYPES)[number];

/** What `lastWord` is asked. */
export interface LastWordInput {
  readonly system: TwoStageSystem;
  /** What the guest's table says. */
  readonly guest: PlainType;
  /** What the host's table says. Default cached. */
  readonly host?: PlainType;
  /** Intel: a VFIO device of the VM does non-coherent DMA. Default false. */
  readonly nonCoherentDma?: boolean;
  /** Intel: KVM_X86_QUIRK_IGNORE_GUEST_PAT is on. Default true, as KVM has it. */
  readonly ignorePat?: boolean;
}

/** What an access of the guest's CPU is. */
export interface LastWord {
  readonly kind: 'last-word';
  /** Null for bad input, and on x86 for a host that does not say cached: that was not read. */
  readonly type: PlainType | null;
  readonly source: readonly string[];
  readonly error?: ModelError;
}

const FIELDS = [
  choice('system', 'whose two stages', TWO_STAGE_SYSTEMS),
  choice('guest', "what the guest's table says", PLAIN_TYPES),
  choice('host', "what the host's table says", PLAIN_TYPES, 'cached'),
  flag('nonCoherentDma', 'Intel: a device of the VM does non-coherent DMA'),
  flag('ignorePat', 'Intel: KVM_X86_QUIRK_IGNORE_GUEST_PAT is on', true),
] as const;

const SOURCES: Readonly<Record<TwoStageSystem, readonly string[]>> = {
  arm: ['ARM-ARM', 'CODE734'],
  'arm-fwb': ['ARM-ARM', 'CODE734'],
  intel: ['I-KVM734', 'I-DOC734'],
  amd: ['I-KVM734', 'I-DOC734'],
  riscv: ['R-SPEC', 'R-KVM734'],
};

/**
 * Whose memory type an access of a guest has, where both tables name one. On Intel KVM writes
 * write-back, and ignores the guest's PAT unless a device does non-coherent DMA or the quirk is off;
 * on AMD its tables carry no type; on RISC-V a type of the guest's entry overrides the host's. Of
 * x86 it knows memory that is no MMIO. Source: ARM-ARM, I-KVM734, I-DOC734, R-SPEC, R-KVM734.
 */
export function lastWord(input: LastWordInput): LastWord {
  const read = readByFields(FIELDS, input);
  if (read instanceof BadInput)
    return { kind: 'last-word', type: null, source: [], error: read.error };
  const { system, guest, host, nonCoherentDma, ignorePat } = read;
  const answer = (type: PlainType | null): LastWord => ({
    kind: 'last-word',
    type,
    source: SOURCES[system],
  });
  switch (system) {
    case 'arm':
    case 'arm-fwb':
      return answer(onArm(guest, host, system === 'arm-fwb'));
    case 'intel':
      if (host !== 'cached') return answer(null);
      return answer(ignorePat && !nonCoherentDma ? host : guest);
    case 'amd':
      return answer(host === 'cached' ? guest : null);
    case 'riscv':
      return answer(guest === 'cached' ? host : guest);
  }
}

/** MAIR bytes of stage 1, and MemAttr as KVM writes it, without FWB and with it. */
const STAGE1 = { cached: 0xff, uncached: 0x44, device: 0x04 } as const;
const STAGE2 = {
  cached: [0b1111, 0b0110],
  uncached: [0b0101, 0b0101],
  device: [0b0001, 0b0001],
} as const;

function onArm(guest: PlainType, host: PlainType, fwb: boolean): PlainType {
  const s2 = { memAttr: STAGE2[host][fwb ? 1 : 0] };
  const name = memoryName(combineStages({ s1: { attr: STAGE1[guest] }, s2, fwb }));
  if (name === 'WB') return 'cached';
  return name === 'NC' ? 'uncached' : 'device';
}

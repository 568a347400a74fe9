import { accessAttributes } from '../arch/stage1/access.ts';
import type { Access, Stage1Input } from '../arch/stage1/input.ts';
import { memoryName, type MemoryName } from '../arch/memory-name.ts';
import { memAttrOf } from '../kvm/fault/mapping.ts';
import type { Outcome } from '../policy/outcome.ts';
import type { Host, VmaKind } from '../policy/page.ts';

/**
 * What B's stage 1 asks for: Normal Write-Back, Normal Non-cacheable, Device-nGnRE, or nothing,
 * because its MMU is off. Off means SCTLR_EL1.{M,C,I} = 0, as after reset: a guest may well set
 * I, so the fetches without it are among those that can happen.
 */
export const GUEST_STAGE1 = {
  wb: { s1: { attr: 0xff } },
  nc: { s1: { attr: 0x44 } },
  device: { s1: { attr: 0x04 } },
  off: { sctlr: { m: false, c: false, i: false } },
} as const satisfies Readonly<Record<string, Stage1Input>>;

/** A kind of guest stage 1. */
export type GuestS1 = keyof typeof GUEST_STAGE1;

/** The kinds of guest stage 1. */
export const GUEST_S1S = /* @__PURE__ */ Object.keys(GUEST_STAGE1) as readonly GuestS1[];

/** Everything that the moves of a page depend on. Plain data. */
export interface Setup extends Outcome {
  readonly host: Host;
  /** The owner's mapping is cacheable; else no cache ever held the page before B. */
  readonly ownerCacheable: boolean;
  /** What B's loads and stores are, by both stages; null where it is never mapped. */
  readonly guestData: MemoryName | null;
  /** What B's fetches are; null where it cannot fetch. */
  readonly guestFetch: MemoryName | null;
  /** B asks for Write-Back and does not get it, though the owner has it. */
  readonly losesCacheable: boolean;
}

/** The set-up of a page: what the policy said, and what the architecture makes of it for B. */
export function setupOf(outcome: Outcome, host: Host, vma: VmaKind, guestS1: GuestS1): Setup {
  const ownerCacheable = vma === 'cacheable';
  const guestData = attributeOf(outcome, host, guestS1, 'data');
  const guestFetch = outcome.executable ? attributeOf(outcome, host, guestS1, 'instruction') : null;
  const losesCacheable =
    ownerCacheable && guestS1 === 'wb' && guestData !== null && guestData !== 'WB';
  return { ...outcome, host, ownerCacheable, guestData, guestFetch, losesCacheable };
}

const MEM_TYPE = { normal: 'NORMAL', device: 'DEVICE', 'normal-nc': 'NORMAL_NC' } as const;

/** KVM writes MemAttr by the host's FWB; stage 1 and stage 2 combine as the Arm ARM says. */
function attributeOf(
  { mapped }: Outcome,
  { fwb }: Host,
  guestS1: GuestS1,
  access: Access,
): MemoryName | null {
  if (mapped === null) return null;
  const s2 = { memAttr: memAttrOf(MEM_TYPE[mapped], fwb) };
  return memoryName(accessAttributes({ ...GUEST_STAGE1[guestS1], access, hcr: { fwb }, s2 }));
}

/** True for what goes through the cache. Mixed halves count: one of them may allocate. */
export function isCached(attribute: MemoryName | null): boolean {
  return attribute === 'WB' || attribute === 'WT' || attribute === 'mixed';
}

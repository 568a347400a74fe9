import type { ModelError } from '../base/error.ts';
import type { ErrnoName } from '../kvm/errno.ts';
import { NEWEST } from '../kvm/kernels/registry.ts';
import { cacheMaintenance } from '../kvm/pgtable/cache-maintenance.ts';
import { isMapWord, readFaultAnswer, readSlotAnswer, type ReadFault } from './answers.ts';
import { landed } from './kernels.ts';
import { VMAS, type Host, type VmaKind } from './page.ts';
import type { MapWord, Policy, PolicyFault } from './policy.ts';
import { PolicyError, policyError, safely } from './safely.ts';

/** What a policy makes of a page on a host. */
export interface Outcome {
  readonly slot: 'accepted' | ErrnoName;
  /** Null where the slot was refused, so that no fault comes. */
  readonly fault: MapWord | ErrnoName | null;
  /** The type of the page in stage 2; null where it is never mapped. */
  readonly mapped: MapWord | null;
  /** Stage 2 lets the guest fetch instructions. Never so for Device and Normal-NC. */
  readonly executable: boolean;
  /**
   * KVM cleans and invalidates the line to the PoC before the page is mapped. That works on an
   * address, which this page has not: KVM has to make a mapping of it first.
   */
  readonly cleans: boolean;
  /**
   * KVM invalidates the instruction cache to the PoU before the page is mapped: by address, or as a
   * whole, which needs none (ARCH734).
   */
  readonly invalidatesI: boolean;
}

const NEVER = { mapped: null, executable: false, cleans: false, invalidatesI: false } as const;
const ACCESSES = ['read', 'write', 'exec'] as const;

/**
 * Asks a policy about a new slot over one VMA and about the first read, write and fetch in it.
 * A VMA that is not cacheable is no matter of the debate: there the kernels alike are asked.
 * A policy that throws or answers nonsense gives an error that names the input.
 */
export function outcomeOf(policy: Policy, host: Host, vma: VmaKind): Outcome | ModelError {
  const asked = vma === 'cacheable' ? policy : landed;
  try {
    return decide(asked, host, vma);
  } catch (thrown) {
    if (thrown instanceof PolicyError) return thrown.error;
    throw thrown;
  }
}

function decide(policy: Policy, host: Host, kind: VmaKind): Outcome {
  const { fwb, dic } = host;
  const slotInput = { change: 'CREATE', vmas: [VMAS[kind]], fwb, dic } as const;
  const slot = safely(policy, 'onMemslot', slotInput, readSlotAnswer);
  if (slot !== 'accepted') return { slot, fault: null, ...NEVER };
  const answers = ACCESSES.map((access) => {
    const input: PolicyFault = { vma: VMAS[kind], pfnIsMapMemory: false, fwb, dic, access };
    return { input, answer: safely(policy, 'onFault', input, readFaultAnswer) };
  });
  const [read, write, fetch] = answers as [Answered, Answered, Answered];
  alike(read, write);
  const executable = fetch.answer.end === 'normal';
  if (fetch.answer.end !== 'ENOEXEC') alike(read, fetch);
  const { end, maintain } = read.answer;
  if (!isMapWord(end)) return { slot, fault: end, ...NEVER };
  return { slot, fault: end, mapped: end, ...maintenance(end, maintain, executable, host) };
}

interface Answered {
  readonly input: PolicyFault;
  readonly answer: ReadFault;
}

function alike(first: Answered, other: Answered): void {
  if (first.answer.end === other.answer.end) return;
  const got = `'${other.answer.end}', but '${first.answer.end}' for a ${first.input.access}`;
  const wanted = 'one answer for reads, writes and fetches; ENOEXEC for a fetch is the exception';
  throw new PolicyError(policyError('onFault', other.input, got, wanted));
}

/**
 * For a Normal leaf what KVM does where it has an address (CODE734). For any other leaf KVM does
 * nothing, but B goes around the cache, with FWB too: the clean is what `maintain` asks for.
 */
function maintenance(mapped: MapWord, maintain: boolean, executable: boolean, { fwb, dic }: Host) {
  if (!maintain) return { executable, cleans: false, invalidatesI: false };
  if (mapped !== 'normal') return { executable, cleans: true, invalidatesI: false };
  const newExec = executable ? 'both' : 'none';
  const leaf = { event: 'map', fwb, dic, memType: 'NORMAL', newExec } as const;
  const { dcacheMaintained, icacheMaintained } = cacheMaintenance(NEWEST, leaf);
  return { executable, cleans: dcacheMaintained === true, invalidatesI: icacheMaintained === true };
}

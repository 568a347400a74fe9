import { inputError } from '../../base/diagnose.ts';
import type { ModelError } from '../../base/error.ts';
import { flag, integer, number, type ReadOf } from '../../base/field.ts';
import type { Trace } from '../../base/step.ts';
import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { KernelName, NamedRules } from '../kernels/registry.ts';
import { MAX_PAGE } from '../vma/vma.ts';
import { LEAF_SHIFTS, PAGE, pagesIn, PMD, type LeafShift } from './shifts.ts';

/** What `slotSupportsHuge` is asked. All addresses are page numbers, 4K pages. */
export interface SlotSupportsHugeInput {
  /** First guest frame number of the memslot. */
  readonly baseGfn: number;
  /** Size of the memslot in pages. */
  readonly npages: number;
  /** userspace_addr of the memslot. */
  readonly userspace: number;
  /** The page of user space that faulted. */
  readonly hva: number;
  /** log2 of the wanted size. */
  readonly shift: LeafShift;
  /** The host runs pKVM, for this VM or for others. */
  readonly pkvmHost?: boolean;
  /** The VM is a protected pKVM VM. No influence. */
  readonly protectedVm?: boolean;
}

/** Whether the geometry of the memslot permits the size at this address. */
export type SlotSupportsHugeDecision = DecisionOf<
  'slotSupportsHuge',
  'supported' | 'not-supported'
>;

const WHERE = 'fault_supports_stage2_huge_mapping';

const FIELDS = [
  integer('baseGfn', 'first guest frame number of the memslot', 0, MAX_PAGE),
  integer('npages', 'size of the memslot in pages', 1, MAX_PAGE),
  integer('userspace', 'userspace_addr of the memslot, as a page number', 0, MAX_PAGE),
  integer('hva', 'the page of user space that faulted', 0, MAX_PAGE),
  number('shift', 'log2 of the wanted size', LEAF_SHIFTS),
  flag('pkvmHost', 'the host runs pKVM'),
  flag('protectedVm', 'the VM is a protected pKVM VM'),
] as const;

type Query = ReadOf<typeof FIELDS>;

/** The question, its fields and its rules. */
export const SLOT_SUPPORTS_HUGE: Asked<typeof FIELDS, SlotSupportsHugeDecision> = {
  question: 'slotSupportsHuge',
  fields: FIELDS,
  nothing: {},
  wrong,
  decide: (q, rules, trace) => {
    const supported = fits(q, rules, trace);
    const verdict = supported ? 'supported' : 'not-supported';
    return { verdict, ret: supported ? 1 : 0 };
  },
};

/**
 * Whether the memslot permits a stage-2 mapping of a size around a fault:
 * `fault_supports_stage2_huge_mapping()`. Source: C1, CODE617, CODE734.
 */
export function slotSupportsHuge(
  kernel: KernelName,
  input: SlotSupportsHugeInput,
): SlotSupportsHugeDecision {
  return ask(SLOT_SUPPORTS_HUGE, kernel, input);
}

function fits(q: Query, rules: NamedRules, trace: Trace): boolean {
  const { baseGfn, npages, userspace, hva, shift, pkvmHost } = q;
  const source = rules.source.granule;
  if (trace.ask('map_size == PAGE_SIZE', WHERE, { shift }, shift === PAGE, source)) return true;
  const pkvm = 'is_protected_kvm_enabled() && map_size != PMD_SIZE';
  const notPmd = pkvmHost && shift !== PMD;
  if (trace.ask(pkvm, WHERE, { pkvmHost, shift }, notPmd, source)) return false;
  const block = pagesIn(shift);
  const apart = baseGfn % block !== userspace % block;
  const aligned = '(gpa_start & (map_size - 1)) != (uaddr_start & (map_size - 1))';
  if (trace.ask(aligned, WHERE, { baseGfn, userspace, shift }, apart, source)) return false;
  const start = hva - (hva % block);
  const inside = start >= userspace && start + block <= userspace + npages;
  const check =
    '(hva & ~(map_size - 1)) >= uaddr_start && (hva & ~(map_size - 1)) + map_size <= uaddr_end';
  return trace.ask(check, WHERE, { hva, shift, userspace, npages }, inside, source);
}

function wrong({ userspace, npages, hva }: Query): ModelError | null {
  if (userspace <= hva && hva < userspace + npages) return null;
  const wanted = 'a page of the memslot, from userspace up to, and without, userspace + npages';
  const remedy = 'Give the page of user space that stands behind the guest address.';
  return inputError('contradiction', 'hva', hva, wanted, `hva: ${userspace}`, remedy);
}

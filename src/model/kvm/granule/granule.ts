import { flag, number, optional, record, type ReadOf } from '../../base/field.ts';
import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { FaultQuery } from '../fault/input.ts';
import { relaxes, sizeOf } from '../fault/install.ts';
import { FaultRun } from '../fault/run.ts';
import type { KernelName } from '../kernels/registry.ts';
import { L1_SHIFTS } from '../nested/leaf.ts';
import { VMA_FIELDS, type Vma } from '../vma/vma.ts';
import { LEAF_SHIFTS, PAGE, type LeafShift } from './shifts.ts';
import { OFFER_FIELDS, type SizeInput } from './size-input.ts';

/** What `granule` is asked: a write that faults, on a host with FWB and DIC. */
export interface GranuleInput extends Omit<SizeInput, 'faultGranuleShift'> {
  /** The VMA at the faulting address. */
  readonly vma: Vma;
  /** pfn_is_map_memory(). Default false. */
  readonly pfnIsMapMemory?: boolean;
  /** The slot has KVM_MEM_LOG_DIRTY_PAGES. */
  readonly dirtyLogging?: boolean;
  /** log2 of the leaf that a permission fault hit; left out for a translation fault. */
  readonly faultGranuleShift?: LeafShift;
  /** The host runs pKVM: a PMD is the only block. */
  readonly pkvmHost?: boolean;
  /** log2 of the L1 leaf, for a nested guest. */
  readonly nestedBlockShift?: number;
}

/** 'retry' where the walk of the table of user space has to be repeated. */
export interface GranuleDecision extends DecisionOf<'granule', 'mapped' | 'relaxed' | 'retry'> {
  /** log2 of the size that is mapped, or whose permissions are relaxed. */
  readonly shift: number | null;
  /** Pages from the start of the mapping to the fault, in IPA space. */
  readonly ipaBack: number | null;
  /** The same distance between the PFNs; null where permissions are relaxed. */
  readonly pfnBack: number | null;
}

const FIELDS = [
  record('vma', 'the VMA at the faulting address', VMA_FIELDS, 'vma'),
  flag('pfnIsMapMemory', 'memblock lists the page as memory, and not as NOMAP'),
  flag('dirtyLogging', 'the slot has KVM_MEM_LOG_DIRTY_PAGES'),
  ...OFFER_FIELDS,
  flag('pkvmHost', 'the host runs pKVM'),
  optional(number('faultGranuleShift', 'log2 of the leaf that faulted', LEAF_SHIFTS)),
  optional(number('nestedBlockShift', 'log2 of the L1 leaf of a nested guest', L1_SHIFTS)),
] as const;

type Query = ReadOf<typeof FIELDS>;

const NOTHING = { shift: null, ipaBack: null, pfnBack: null };

/** The question, its fields and its rules. */
export const GRANULE: Asked<typeof FIELDS, GranuleDecision> = {
  question: 'granule',
  fields: FIELDS,
  nothing: NOTHING,
  decide: (q, rules, trace) => {
    const run = new FaultRun(faultOf(q), rules, trace);
    for (const stage of rules.fault.size) {
      if (stage(run) !== null) return { verdict: 'retry', ret: 0, ...NOTHING };
    }
    const relax = relaxes(run);
    const size = sizeOf(run, relax ? null : run.pagesBack) ?? NOTHING;
    return { verdict: relax ? 'relaxed' : 'mapped', ret: 0, ...size };
  },
};

/**
 * The size of the mapping that a fault makes: the part of `handleFault` that decides on it, in
 * order. 4K pages. Source: C1 (v6.16), CODE617 (v6.17), CODE734 and L-LEAF (v7.3).
 */
export function granule(kernel: KernelName, input: GranuleInput): GranuleDecision {
  return ask(GRANULE, kernel, input);
}

/** With FWB and DIC no VMA makes the fault fail, so that every input has a size. */
function faultOf({ vma, nestedBlockShift, faultGranuleShift, ...q }: Query): FaultQuery {
  const { pfnIsMapMemory, dirtyLogging, pkvmHost, ...size } = q;
  return {
    vma,
    pfnIsMapMemory,
    dirtyLogging,
    pkvmHost,
    fwb: true,
    dic: true,
    access: 'write',
    permissionFault: faultGranuleShift !== null,
    mapWritable: true,
    vmHasMte: false,
    pfnLookup: 'ok',
    invalidateRetry: false,
    exclAtomicFault: false,
    size: { ...size, faultGranuleShift: faultGranuleShift ?? PAGE },
    nested:
      nestedBlockShift === null
        ? null
        : { readable: true, writable: true, exec: 'both', blockShift: nestedBlockShift },
    xnx: false,
  };
}

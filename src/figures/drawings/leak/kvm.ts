import {
  combineStages,
  handleFault,
  memoryName,
  prepareMemoryRegion,
} from '../../../model/usual.ts';
import type {
  FaultDecision,
  Kernel,
  MemoryName,
  MemslotDecision,
  Vma,
} from '../../../model/index.ts';

/** Memory of a driver: cacheable, PFNMAP, and outside the linear map. */
const GPU_MEMORY: Vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' };

/** MAIR byte of a guest that asks for Normal Write-Back. */
const ASKS_WRITE_BACK = 0xff;

/** What one kernel on one host makes of the page, for a guest that asks for Write-Back. */
export interface Policy {
  readonly kernel: Kernel;
  readonly host: Host;
  readonly slot: MemslotDecision;
  readonly fault: FaultDecision;
  /** What the guest's accesses are, both stages combined; null where it gets no mapping. */
  readonly mapped: MemoryName | null;
  /** The errno of the memslot, or of the fault; null where neither fails. */
  readonly refused: string | null;
}

/** What a host has of the two features. */
export interface Host {
  readonly fwb: boolean;
  readonly dic: boolean;
}

/** policyOf asks the model. */
export function policyOf(kernel: Kernel, host: Host): Policy {
  const slot = prepareMemoryRegion(kernel, { vmas: [GPU_MEMORY], ...host });
  const fault = handleFault(kernel, { vma: GPU_MEMORY, ...host, access: 'read' });
  const memAttr = slot.verdict === 'accepted' ? (fault.mapping?.memAttr ?? null) : null;
  const both = { s1: { attr: ASKS_WRITE_BACK }, s2: { memAttr: memAttr ?? 0 }, fwb: host.fwb };
  return {
    kernel,
    host,
    slot,
    fault,
    mapped: memAttr === null ? null : memoryName(combineStages(both)),
    refused: slot.errno ?? fault.errno,
  };
}

import type { Trace } from '../../base/step.ts';
import { failed, found, type PfnFound } from './found.ts';
import type { HvaToPfnQuery } from './input.ts';

const WHERE = 'hva_to_pfn_remapped';

/**
 * A frame of a VM_IO or VM_PFNMAP mapping, read from the page table of user space. The fault handler
 * of the host is called where there is no entry, and never for one that is only read-only.
 */
export function remapped(q: HvaToPfnQuery, source: readonly string[], trace: Trace): PfnFound {
  const { purpose, unsafeMappings, entry } = q;
  const pinned = purpose === 'pin' && !unsafeMappings;
  const check = 'kfp->pin && !allow_unsafe_mappings';
  if (trace.ask(check, WHERE, { purpose, unsafeMappings }, pinned, source))
    return failed(q, 'KVM_PFN_ERR_FAULT');
  const present = entry !== 'none';
  if (trace.ask('follow_pfnmap_start(&args)', WHERE, { entry }, present, source))
    return mapped(q, entry === 'writable', source, trace);
  const { writable, calls, retries } = faultIn(q, source, trace);
  return writable === null
    ? failed(q, 'KVM_PFN_ERR_FAULT', calls, retries)
    : { ...mapped(q, writable, source, trace), faultInCalls: calls, retries };
}

/** An entry is there: a write needs it writable, and nobody makes it so. */
function mapped(
  q: HvaToPfnQuery,
  argsWritable: boolean,
  source: readonly string[],
  trace: Trace,
): PfnFound {
  const { writeFault } = q;
  const readonly = writeFault && !argsWritable;
  const inputs = { writeFault, argsWritable };
  return trace.ask('write_fault && !args.writable', WHERE, inputs, readonly, source)
    ? failed(q, 'KVM_PFN_ERR_RO_FAULT')
    : found(q, argsWritable);
}

/** The entry after the fault handler of the host, and how often all began again; null: none. */
interface FaultedIn {
  readonly writable: boolean | null;
  readonly calls: number;
  readonly retries: number;
}

function faultIn(q: HvaToPfnQuery, source: readonly string[], trace: Trace): FaultedIn {
  const { vmWrite, writeFault } = q;
  const permitted = vmWrite || !writeFault;
  const inputs = permitted ? { faultIn: q.faultIn } : { vmWrite, writeFault };
  const came = permitted ? CAME[q.faultIn] : NOTHING;
  const check = 'fixup_user_fault(mm, hva, fault_flags, &unlocked)';
  trace.ask(check, WHERE, inputs, came.writable !== null, source);
  return came;
}

const NOTHING: FaultedIn = { writable: null, calls: 1, retries: 0 };
const again = (writable: boolean | null, calls = 1): FaultedIn => ({ writable, calls, retries: 1 });

/**
 * Where the mmap lock was dropped the lookup begins again, whatever fixup_user_fault() returned; its
 * second turn finds the entry, no VMA any more, or calls it again.
 */
const CAME: Readonly<Record<HvaToPfnQuery['faultIn'], FaultedIn>> = {
  mapsWritable: { writable: true, calls: 1, retries: 0 },
  mapsReadonly: { writable: false, calls: 1, retries: 0 },
  mapsNothing: NOTHING,
  completedWritable: again(true),
  completedReadonly: again(false),
  retryWritable: again(true),
  retryReadonly: again(false),
  retryVmaGone: again(null),
  retrySigbus: again(null, 2),
  sigbus: NOTHING,
  sigsegv: NOTHING,
  oom: NOTHING,
  hwpoison: NOTHING,
  fatalSignal: NOTHING,
};

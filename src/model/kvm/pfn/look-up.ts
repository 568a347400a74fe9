import type { Trace } from '../../base/step.ts';
import { failed, found, type PfnFound } from './found.ts';
import type { HvaToPfnQuery } from './input.ts';
import { remapped } from './remapped.ts';

const SLOW = 'hva_to_pfn_slow';
const WHERE = 'hva_to_pfn';

/** `hva_to_pfn()` after its fast attempt: first GUP, and for IO and PFNMAP the table of the host. */
export function lookUp(q: HvaToPfnQuery, source: readonly string[], trace: Trace): PfnFound {
  const got = getUserPages(q, source, trace);
  if (got === 'page') return pageFound(q, source, trace);
  const signal = 'npages == -EINTR || npages == -EAGAIN';
  if (trace.ask(signal, WHERE, { npages: got }, got === 'interrupted', source))
    return failed(q, 'KVM_PFN_ERR_SIGPENDING');
  if (trace.ask('npages == -EHWPOISON', WHERE, { npages: got }, got === 'hwpoison', source))
    return failed(q, 'KVM_PFN_ERR_HWPOISON');
  const { vmaMissing, vmIo, vmPfnmap } = q;
  if (trace.ask('vma == NULL', WHERE, { vmaMissing }, vmaMissing, source))
    return failed(q, 'KVM_PFN_ERR_FAULT');
  const read = vmIo || vmPfnmap;
  return trace.ask('vma->vm_flags & (VM_IO | VM_PFNMAP)', WHERE, { vmIo, vmPfnmap }, read, source)
    ? remapped(q, source, trace)
    : failed(q, 'KVM_PFN_ERR_FAULT');
}

type Got = 'page' | 'refused' | 'hwpoison' | 'interrupted';

/** GUP refuses a raw frame, IO and PFNMAP; that it does so for a special entry was read. */
function getUserPages(q: HvaToPfnQuery, source: readonly string[], trace: Trace): Got {
  const { vmaMissing, vmIo, vmPfnmap, vmWrite, writeFault, purpose, gup } = q;
  const byVma = vmaMissing || vmIo || vmPfnmap || (writeFault && !vmWrite);
  const got = byVma || gup === 'special' ? 'refused' : gup;
  const refused = { vmaMissing, vmIo, vmPfnmap, vmWrite, writeFault };
  const inputs = { purpose, ...(byVma ? refused : { writeFault, gup }) };
  const check = 'get_user_pages_unlocked(hva, 1, &page, flags)';
  return gup === 'special' && !byVma
    ? trace.note('read', check, SLOW, inputs, got, source)
    : trace.ask(check, SLOW, inputs, got, source);
}

/** A page that was got for a read is asked for again, writable, if the guest may have it so. */
function pageFound(q: HvaToPfnQuery, source: readonly string[], trace: Trace): PfnFound {
  const { writeFault, vmWrite, gupUpgrade, purpose } = q;
  const tried = !writeFault && purpose === 'guest';
  const check = 'get_user_page_fast_only(hva, FOLL_WRITE, &wpage)';
  const inputs = { writeFault, vmWrite, gupUpgrade };
  const upgraded = tried && trace.ask(check, SLOW, inputs, vmWrite && gupUpgrade, source);
  return { ...found(q, writeFault || upgraded), pageReference: true };
}

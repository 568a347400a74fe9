import { FAILS, SIGNALLED } from './ends.ts';
import type { FaultRun, FaultStage } from './run.ts';

const ENTRY = 'user_mem_abort';

/** Until v6.17 a permission fault has to be a write or an instruction fetch. */
export const noPermissionReads: FaultStage = (run) => {
  const { permissionFault, access } = run.q;
  const refused = permissionFault && access === 'read';
  const check = 'fault_is_perm && !write_fault && !exec_fault';
  return run.ask(check, { permissionFault, access }, refused, ENTRY) ? FAILS : null;
};

/** Until v6.17: pages for the page table where a table may be built or a block split. */
export const topUpMemcache: FaultStage = (run) => {
  const { permissionFault, dirtyLogging, access, pkvmHost } = run.q;
  const needed = !permissionFault || (dirtyLogging && access === 'write');
  const check = '!fault_is_perm || (logging_active && write_fault)';
  return topUp(run, check, { permissionFault, dirtyLogging, access, pkvmHost }, needed);
};

/** v7.3 tops up for any logged access, and always on a pKVM host. */
export const topUpMemcacheV73: FaultStage = (run) => {
  const { permissionFault, dirtyLogging, pkvmHost } = run.q;
  const needed = !permissionFault || dirtyLogging || pkvmHost;
  const check = '!perm_fault || memslot_is_logging(memslot) || is_protected_kvm_enabled()';
  return topUp(run, check, { permissionFault, dirtyLogging, pkvmHost }, needed);
};

function topUp(
  run: FaultRun,
  check: string,
  inputs: Readonly<Record<string, boolean | string>>,
  needed: boolean,
): null {
  run.memcache = needed ? (run.q.pkvmHost ? 'hyp' : 'host') : 'none';
  run.ask(check, inputs, run.memcache, ENTRY);
  return null;
}

/** The slot's address has to be mapped by user space. */
export const vmaPresent: FaultStage = (run) => {
  const missing = run.q.vma === null;
  return run.ask('!vma', { vmaMissing: missing }, missing, run.names.vma) ? FAILS : null;
};

/** The host PFN: a poisoned page gives SIGBUS, any other failure EFAULT. */
export const resolvePfn: FaultStage = (run) => {
  const { pfnLookup } = run.q;
  const { pfn } = run.names;
  if (run.ask('pfn == KVM_PFN_ERR_HWPOISON', { pfnLookup }, pfnLookup === 'hwpoison', pfn)) {
    run.hwpoisonSignal = true;
    return SIGNALLED;
  }
  if (run.ask('is_error_noslot_pfn(pfn)', { pfnLookup }, pfnLookup === 'error', pfn)) return FAILS;
  run.page = 'held';
  return null;
};

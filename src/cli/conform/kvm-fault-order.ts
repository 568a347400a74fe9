import { handleFault } from '../../model/index.ts';
import { bit, bool, byColumn } from './adapter.ts';
import { faultOf } from './fault-columns.ts';

/** Rows of `kvm.faultOrder`: competing failures. */
export const kvmFaultOrder = byColumn(
  {
    function: 'kvm.faultOrder',
    perKernel: true,
    inputs: [
      'vmPfnmap',
      'attrIndx',
      'vmAllowAnyUncached',
      'pfnIsMapMemory',
      'fwb',
      'dic',
      'access',
      'permissionFault',
      'vmaMissing',
      'pfnLookup',
      'invalidateRetry',
      'exclAtomicFault',
      'vmHasMte',
      'vmaMteAllowed',
      'pkvmHost',
    ],
    outputs: [
      'ret',
      'action',
      'memType',
      'memcache',
      'mteTagsSanitised',
      'hwpoisonSignal',
      'exclAtomicInjected',
      'pageReleased',
    ],
  },
  (row, file, told) => {
    const fault = faultOf(row);
    const decision = told(
      handleFault(file.kernel as never, {
        ...fault,
        vma: bool(row['vmaMissing']) ? null : fault.vma,
        pfnLookup: row['pfnLookup'] as never,
        invalidateRetry: bool(row['invalidateRetry']),
        exclAtomicFault: bool(row['exclAtomicFault']),
        pkvmHost: bool(row['pkvmHost']),
      }),
    );
    return {
      ret: decision.ret,
      action: decision.mapping?.action ?? 'none',
      memType: decision.mapping?.memType ?? null,
      memcache: decision.memcache,
      mteTagsSanitised: bit(decision.mteTagsSanitised),
      hwpoisonSignal: bit(decision.hwpoisonSignal),
      exclAtomicInjected: bit(decision.injected === 'data abort'),
      pageReleased: decision.pageReleased,
    };
  },
);

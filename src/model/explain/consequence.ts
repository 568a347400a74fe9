import { shiftName } from '../kvm/granule/shifts.ts';
import type { CacheToggleDecision } from '../kvm/cache-trap/cache-toggle.ts';
import type { Decision } from '../kvm/decisions.ts';
import { verdictWord } from './words.ts';

/** What the end of a question means for whoever asked; appended to the step that decided. */
export function consequence(decision: Decision): string {
  const { errno } = decision;
  switch (decision.question) {
    case 'checkExtension':
      return `So the answer is ${decision.ret === null ? 'none' : (errno ?? decision.ret)}.`;
    case 'vmaIsCacheable':
      return decision.cacheable === null
        ? 'So KVM has no answer.'
        : `So the VMA is ${verdictWord(decision)}.`;
    case 'memslotChange':
      if (errno !== null) return `So the request fails with ${errno}.`;
      return decision.change === null
        ? 'So nothing changes.'
        : `So the change is ${decision.change}.`;
    case 'prepareMemoryRegion':
      return errno === null
        ? 'So the memslot is accepted.'
        : `So the memslot is refused with ${errno}.`;
    case 'stage2Attributes':
      return errno === null ? 'So the leaf is written.' : `So KVM returns ${errno}.`;
    case 'cacheMaintenance':
      return errno === null ? maintained(decision.verdict) : `So KVM returns ${errno}.`;
    case 'setWayTrap':
    case 'cacheToggle':
      return `So ${flushed(decision)} and TVM is ${decision.tvm ? 'set' : 'clear'}.`;
    case 'vcpuInit':
      return errno === null
        ? faultConsequence(decision)
        : `So KVM_ARM_VCPU_INIT fails with ${errno}.`;
    case 'granule':
      return decision.shift === null
        ? 'So the guest tries again.'
        : `So the size is ${shiftName(decision.shift)}.`;
    case 'vmaPageShift':
      return `So the VMA offers ${shiftName(decision.shift ?? 12)}.`;
    case 'slotSupportsHuge':
      return `So the size is ${verdictWord(decision)}.`;
    case 'hvaToPfn':
      return lookedUp(decision);
    default:
      return faultConsequence(decision);
  }
}

function maintained(verdict: string): string {
  return verdict === 'maintained' ? 'So a cache is maintained.' : 'So no cache is maintained.';
}

/** With FWB `stage2_flush_vm()` is called and maintains nothing. */
function flushed({ flushVm, verdict }: Pick<CacheToggleDecision, 'flushVm' | 'verdict'>): string {
  if (!flushVm) return 'KVM flushes nothing';
  return verdict === 'maintained' ? 'KVM flushes the VM' : 'the flush does nothing';
}

function lookedUp({ verdict, pfnError }: Extract<Decision, { question: 'hvaToPfn' }>): string {
  if (verdict === 'found') return 'So the frame is known.';
  if (pfnError === null) return 'So the answer is not known.';
  const end = pfnError === 'KVM_PFN_ERR_HWPOISON' ? 'a SIGBUS' : 'EFAULT';
  return `So the answer is ${pfnError}, and a fault of the guest ends in ${end}.`;
}

function faultConsequence(decision: Decision): string {
  switch (decision.verdict) {
    case 'fails':
      return `So KVM_RUN fails with ${decision.errno}.`;
    case 'injected': {
      const abort = ('injected' in decision && decision.injected) || 'instruction abort';
      return `So the guest gets ${abort === 'data abort' ? 'a' : 'an'} ${abort}.`;
    }
    case 'signalled':
      return 'So user space gets SIGBUS.';
    case 'retry':
      return 'So the guest tries again.';
    case 'relaxed':
      return 'So the leaf gets the permissions.';
    case 'mapped':
      return 'So the page is mapped.';
    case 'resumed':
      return 'So the guest goes on.';
    case 'emulated':
      return 'So it is an access to a device.';
    case 'exits':
      return `So KVM_RUN returns with ${'exit' in decision ? decision.exit : null}.`;
    case 'refused':
      return `So the page is refused${decision.errno === null ? '' : ` with ${decision.errno}`}.`;
    case 'accepted':
      return 'So the page is taken.';
    case 'maintained':
    case 'not-maintained':
      return maintained(decision.verdict);
    default:
      return 'So the answer is not known.';
  }
}

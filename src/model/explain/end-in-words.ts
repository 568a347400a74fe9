import type { Decision } from '../kvm/decisions.ts';

/** What was done to the caches. */
export function maintained(verdict: string): string {
  return verdict === 'maintained' ? 'So a cache is maintained.' : 'So no cache is maintained.';
}

/** What the end of a question means for whoever asked, by its verdict. */
export function endInWords(decision: Decision): string {
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

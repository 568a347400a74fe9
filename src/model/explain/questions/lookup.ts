import type { Fact } from '../show-tree.ts';
import type { Of } from './telling.ts';

/** What a lookup reports beside the frame. */
export function lookupFacts(decision: Of<'hvaToPfn'>): Fact[] {
  const { pfnError, writable, pageReference, faultInCalls, retries } = decision;
  const facts: Fact[] = pfnError === null ? [] : [['error', pfnError]];
  if (writable !== null) facts.push(['writable', writable ? 'yes' : 'no']);
  if (pageReference) facts.push(['page', 'reference held']);
  if (faultInCalls) facts.push(['fault handler of the host', `asked ${faultInCalls} times`]);
  if (retries) facts.push(['lookup', 'begun again']);
  return facts;
}

/** What its end means for a fault of the guest. */
export function lookedUp({ verdict, pfnError }: Of<'hvaToPfn'>): string {
  if (verdict === 'found') return 'So the frame is known.';
  if (pfnError === null) return 'So the answer is not known.';
  const end = pfnError === 'KVM_PFN_ERR_HWPOISON' ? 'a SIGBUS' : 'EFAULT';
  return `So the answer is ${pfnError}, and a fault of the guest ends in ${end}.`;
}

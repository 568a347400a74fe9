import type { Decision } from '../kvm/decisions.ts';
import type { Fact } from './show-tree.ts';

/** The abort, with its status and address where KVM chose them here. */
export function injectedInWords(decision: Extract<Decision, { injected: unknown }>): string {
  const abort = String(decision.injected);
  if (!('injectedStatus' in decision) || decision.injectedStatus === null) return abort;
  const far = decision.injectedFar === 'ipa' ? 'the IPA' : 'its own address';
  return `${abort}: ${decision.injectedStatus}, FAR ${far}`;
}

/** What a lookup reports beside the frame. */
export function lookupFacts(decision: Extract<Decision, { question: 'hvaToPfn' }>): Fact[] {
  const { pfnError, writable, pageReference, faultInCalls, retries } = decision;
  const facts: Fact[] = pfnError === null ? [] : [['error', pfnError]];
  if (writable !== null) facts.push(['writable', writable ? 'yes' : 'no']);
  if (pageReference) facts.push(['page', 'reference held']);
  if (faultInCalls) facts.push(['fault handler of the host', `asked ${faultInCalls} times`]);
  if (retries) facts.push(['lookup', 'begun again']);
  return facts;
}

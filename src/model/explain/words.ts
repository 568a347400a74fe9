import type { Decision, Question } from '../kvm/decisions.ts';

/** What each question is about. */
export const QUESTION_TITLES: Readonly<Record<Question, string>> = {
  checkExtension: 'capability 243',
  vmaIsCacheable: 'VMA',
  memslotChange: 'memslot request',
  prepareMemoryRegion: 'memslot',
  handleFault: 'stage-2 fault',
};

/** What was asked, of which kernel. */
export function titleOf(decision: Decision): string {
  const title = QUESTION_TITLES[decision.question];
  return decision.kernel === null ? title : `${title}, ${decision.kernel}`;
}

/** The verdict in words, with the place where it falls. */
export function verdictWord(decision: Decision): string {
  switch (decision.verdict) {
    case 'supported':
      return 'supported';
    case 'not-supported':
      return 'not supported';
    case 'cacheable':
      return 'cacheable';
    case 'not-cacheable':
      return 'not cacheable';
    case 'unknown':
      return 'not asked by this kernel';
    case 'accepted':
      return 'accepted';
    case 'refused':
      return decision.question === 'checkExtension' ? 'refused' : 'refused at the memslot';
    case 'mapped':
      return 'mapped';
    case 'relaxed':
      return 'permissions relaxed';
    case 'retry':
      return 'tried again';
    case 'fails':
      return 'fails at the fault';
    case 'injected':
      return 'injected into the guest';
    case 'signalled':
      return 'signalled to user space';
    case 'invalid':
      return 'bad input';
  }
}

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
    case 'handleFault':
      return faultConsequence(decision.verdict, decision.injected);
  }
}

function faultConsequence(verdict: string, injected: string | null): string {
  switch (verdict) {
    case 'fails':
      return 'So KVM_RUN fails with EFAULT.';
    case 'injected':
      return `So the guest gets ${injected === 'data abort' ? 'a data abort' : 'an instruction abort'}.`;
    case 'signalled':
      return 'So user space gets SIGBUS.';
    case 'retry':
      return 'So the guest tries again.';
    case 'relaxed':
      return 'So the leaf gets the permissions.';
    default:
      return 'So the page is mapped.';
  }
}

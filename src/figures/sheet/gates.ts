import { describe, handleFault, prepareMemoryRegion } from '../../model/index.ts';
import type { Decision } from '../../model/index.ts';

/** One of the two looks that KVM takes at a mapping. */
export interface Gate {
  readonly name: string;
  /** The call in which it stands, and which returns its error. */
  readonly call: string;
  /** What it asks, in its order, from the first yes on: all before only let the page through. */
  readonly questions: readonly string[];
  readonly errno: string;
}

/** The page of this guide, on a host that lacks what it needs. */
const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;
const host = { fwb: false, dic: false };

function gateOf(name: string, call: string, decision: Decision): Gate {
  const tree = describe(decision);
  const steps = tree.kind === 'decision' ? tree.steps : [];
  const from = steps.findIndex(({ answer }) => answer === 'yes');
  const questions = steps.slice(from).map(({ sentence }) => {
    const asked = /^KVM asks whether (.+?)(?: \([^()]*\))?: (?:yes|no),/.exec(sentence)?.[1] ?? '';
    return `${asked.charAt(0).toUpperCase()}${asked.slice(1)}`;
  });
  return { name, call, questions, errno: decision.errno ?? '' };
}

/** gates has both, in the order in which a mapping comes to them. */
export function gates(): readonly Gate[] {
  return [
    gateOf(
      'At the memslot',
      'KVM_SET_USER_MEMORY_REGION',
      prepareMemoryRegion('v7.3', { vmas: [vma], ...host }),
    ),
    gateOf('At the fault', 'KVM_RUN', handleFault('v7.3', { vma, ...host, access: 'read' })),
  ];
}

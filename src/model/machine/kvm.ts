import { cleaned } from './access.ts';
import type { Rule } from './machine.ts';
import { LATE_FAILURE, NOT_CACHEABLE } from './properties.ts';
import type { Setup } from './setup.ts';
import {
  FAILED,
  inPhases,
  MAPPED,
  phaseOf,
  REFUSED,
  SCRUBBED,
  SLOT,
  withoutInstruction,
  withoutLine,
  withPhase,
} from './state.ts';

/** KVM's two moves: the memslot, and B's first fault in it. */
export function kvm(setup: Setup): Rule[] {
  return [memslot(setup), fault(setup)];
}

function memslot({ slot }: Setup): Rule {
  const accepted = slot === 'accepted';
  return {
    name: 'memslot',
    actor: 'kvm',
    label: accepted ? 'KVM accepts the memslot' : `KVM refuses the memslot, ${slot}`,
    reason: 'The page goes to tenant B, and the policy is asked for the first time.',
    source: ['V3-MAZ3', 'CODE617'],
    groups: inPhases(SCRUBBED),
    to: (s, moves) => {
      if (phaseOf(s) === SCRUBBED) moves.add(withPhase(s, accepted ? SLOT : REFUSED), 0);
    },
  };
}

/** Why B's fault ends as it does, and what its maintenance needs: a page that is in no linear map. */
function why({ cleans, invalidatesI }: Setup): Pick<Rule, 'reason' | 'source'> {
  if (cleans)
    return {
      reason:
        'The clean works on an address: KVM has to make a mapping of the page for itself first.',
      source: ['V10-5', 'V3-SEAN2', 'CODE734'],
    };
  if (invalidatesI)
    return {
      reason: 'By address that needs a mapping of the page; as a whole, as for a VIPT cache, none.',
      source: ['ARCH734', 'CODE734'],
    };
  return {
    reason: 'The first access by B faults in stage 2, and the policy is asked for the second time.',
    source: ['CODE617', 'CODE734'],
  };
}

/** Maintenance and mapping are one move: KVM maintains before the leaf becomes valid (CODE734). */
function fault(setup: Setup): Rule {
  const { mapped, cleans, invalidatesI, losesCacheable } = setup;
  const works = [cleans ? 'clean and invalidate' : '', invalidatesI ? 'invalidate I' : ''];
  const done = works.filter((word) => word !== '').join(', ');
  const how = done === '' ? 'without maintenance' : `after maintenance (${done})`;
  const breaks = losesCacheable ? NOT_CACHEABLE : 0;
  return {
    name: 'fault',
    actor: 'kvm',
    label:
      mapped === null
        ? `B's first access fails, ${setup.fault}`
        : `B faults, KVM maps the page ${mapped}, ${how}`,
    ...why(setup),
    groups: inPhases(SLOT),
    to: (s, moves) => {
      if (phaseOf(s) !== SLOT) return;
      if (mapped === null) return moves.add(withPhase(s, FAILED), LATE_FAILURE);
      const data = cleans ? withoutLine(cleaned(s)) : s;
      const both = invalidatesI ? withoutInstruction(data) : data;
      moves.add(withPhase(both, MAPPED), breaks);
    },
  };
}

import type { Rule } from './machine.ts';
import type { Setup } from './setup.ts';
import {
  A_RUNS,
  CLEAN,
  DIRTY,
  EMPTY,
  FREED,
  inPhases,
  phaseOf,
  SECRET,
  withInstruction,
  withLine,
  withMemory,
  withPhase,
} from './state.ts';

/**
 * What tenant A leaves behind. Its accesses are not played: where the secret ends is what counts,
 * and each place is tried. A cache can hold it only where the page is cacheable in some mapping
 * (ARM-ARM: a location that is cacheable nowhere is never allocated).
 */
export function tenantA(setup: Setup): Rule[] {
  const inMemory = withMemory(withPhase(0, A_RUNS), SECRET);
  const rules = [leaves('a-secret-in-memory', 'A leaves its secret in memory', inMemory)];
  if (setup.ownerCacheable) {
    const dirty = withLine(withPhase(0, A_RUNS), SECRET, DIRTY);
    const both = withLine(inMemory, SECRET, CLEAN);
    rules.push(leaves('a-secret-in-cache', 'A leaves its secret in the cache', dirty));
    rules.push(leaves('a-secret-in-both', 'A leaves its secret in memory and cache', both));
  }
  if (setup.executable) rules.push(runs);
  rules.push(goes);
  return rules;
}

function leaves(name: string, label: string, state: number): Rule {
  return {
    name,
    actor: 'A',
    label,
    reason: 'The last tenant wrote here, and its stores may have come to rest in any place.',
    source: ['V3-JGG3', 'ARM-ARM'],
    groups: inPhases(EMPTY),
    to: (s, moves) => {
      if (phaseOf(s) === EMPTY) moves.add(state, 0);
    },
  };
}

const runs: Rule = {
  name: 'a-fetches',
  actor: 'A',
  label: 'A fetches from the page',
  reason: 'A fetch may leave its line in the instruction cache, which keeps it after A is gone.',
  source: ['ARM-ARM', 'V3-CAT10'],
  groups: /* @__PURE__ */ inPhases(A_RUNS),
  to: (s, moves) => {
    if (phaseOf(s) === A_RUNS) moves.add(withInstruction(s, SECRET), 0);
  },
};

const goes: Rule = {
  name: 'a-goes',
  actor: 'A',
  label: 'A is gone, its mapping too',
  reason:
    'Unmapping maintains no cache here: KVM has no address for memory outside the linear map.',
  source: ['V10-5', 'CODE617'],
  groups: /* @__PURE__ */ inPhases(A_RUNS),
  to: (s, moves) => {
    if (phaseOf(s) === A_RUNS) moves.add(withPhase(s, FREED), 0);
  },
};

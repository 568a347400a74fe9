import { fetch, load, store } from './access.ts';
import type { Rule } from './machine.ts';
import { INCOHERENT, LEAK, STALE_FETCH } from './properties.ts';
import { isCached, type Setup } from './setup.ts';
import { GUEST, inPhases, latestOf, MAPPED, phaseOf, SECRET } from './state.ts';

/** B's accesses, with the attributes that its stage 1 and KVM's stage 2 combine to. */
export function tenantB({ guestData, guestFetch, host: { dic } }: Setup): Rule[] {
  if (guestData === null) return [];
  const cached = isCached(guestData);
  const reason = cached
    ? `B's accesses are ${guestData} by both stages: they go through the cache.`
    : `B's accesses are ${guestData} by both stages: they may pass a line, or hit it.`;
  const rules: Rule[] = [
    {
      name: 'b-reads',
      actor: 'B',
      label: 'B reads',
      reason,
      source: ['ARM-ARM'],
      groups: inPhases(MAPPED),
      to: (s, moves) => {
        if (phaseOf(s) === MAPPED) load(cached, s, seen, moves);
      },
    },
    {
      name: 'b-writes',
      actor: 'B',
      label: 'B writes',
      reason,
      source: ['ARM-ARM'],
      groups: inPhases(MAPPED),
      to: (s, moves) => {
        if (phaseOf(s) === MAPPED) store(cached, s, GUEST, MAPPED, dic, moves);
      },
    },
  ];
  if (guestFetch !== null) rules.push(fetches(isCached(guestFetch)));
  return rules;
}

/** A fetch whose type is Device may fault, which shows nothing, or is made as Normal NC. */
function fetches(cached: boolean): Rule {
  return {
    name: 'b-fetches',
    actor: 'B',
    label: 'B fetches an instruction',
    reason: 'An instruction line that is there answers; else it is filled from the data side.',
    source: ['ARM-ARM', 'H-DIC'],
    groups: inPhases(MAPPED),
    to: (s, moves) => {
      if (phaseOf(s) === MAPPED) fetch(cached, s, staleFetch, moves);
    },
  };
}

const seen = (s: number, value: number): number =>
  (value === SECRET ? LEAK : 0) | (value === latestOf(s) ? 0 : INCOHERENT);

/** Anything from before the owner's writing is stale; what came after the mapping is not asked. */
const staleFetch = (_s: number, value: number): number => (value === SECRET ? STALE_FETCH : 0);

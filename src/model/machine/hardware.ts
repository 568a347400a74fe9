import { cleaned } from './access.ts';
import type { Rule } from './machine.ts';
import { isCached, type Setup } from './setup.ts';
import {
  A_RUNS,
  CLEAN,
  DIRTY,
  lineState,
  MAPPED,
  memoryOf,
  phaseOf,
  withLine,
  withoutLine,
} from './state.ts';

/**
 * What the cache does unasked, at any time. That the instruction line may be dropped too is left
 * out: it only leads to states in which the line was never filled.
 */
export function hardware({ ownerCacheable, guestData, guestFetch }: Setup): Rule[] {
  const byB = isCached(guestData) || isCached(guestFetch);
  if (!ownerCacheable && !byB) return [];
  return [
    {
      name: 'write-back',
      actor: 'hardware',
      label: 'the dirty line is written back',
      reason: 'A cache may write a dirty line back whenever it likes.',
      source: ['ARM-ARM'],
      to: (s, moves) => {
        if (lineState(s) === DIRTY) moves.add(cleaned(s), 0);
      },
    },
    {
      name: 'drop',
      actor: 'hardware',
      label: 'the clean line is dropped',
      reason: 'A cache may drop a clean line whenever it likes; memory is not written.',
      source: ['ARM-ARM'],
      to: (s, moves) => {
        if (lineState(s) === CLEAN) moves.add(withoutLine(s), 0);
      },
    },
    {
      name: 'speculative-fill',
      actor: 'hardware',
      label: 'the line is filled by speculation',
      reason: 'What is cacheable in some mapping may be allocated at any time.',
      source: ['ARM-ARM'],
      to: (s, moves) => {
        const phase = phaseOf(s);
        const mapped = ownerCacheable || phase === MAPPED;
        if (mapped && phase >= A_RUNS && lineState(s) === 0)
          moves.add(withLine(s, memoryOf(s), CLEAN), 0);
      },
    },
  ];
}

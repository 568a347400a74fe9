import { ABORT } from './abort.ts';
import type { Family, ReasonId, Rules } from './reason.ts';
import { READING } from './reading.ts';
import { RUN } from './run.ts';
import { RUN_MEMORY } from './run-memory.ts';

/** The rules of the commonest reasons; those of the memslot call and all others are parts. */
const COMMON: Family = { ...RUN, ...RUN_MEMORY, ...ABORT, ...READING };

/** Gives the rules of a reason. */
export type RulesOf = (id: ReasonId) => Rules;

/** Gives the rules of a reason; `part` brings those of its part when one of them is asked for. */
export function rulesFrom(part: (name: 'slots' | 'others') => Family | null): RulesOf {
  return (id) => {
    if (id in COMMON || id.startsWith('run-')) return COMMON[id] ?? {};
    return part(id.startsWith('slot-') ? 'slots' : 'others')?.[id] ?? {};
  };
}

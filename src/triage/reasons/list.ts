import { ABORT } from './abort.ts';
import { CAPABILITY } from './capability.ts';
import { ELSEWHERE } from './elsewhere.ts';
import type { Family, ReasonId, Rules } from './reason.ts';
import { RUN } from './run.ts';
import { RUN_MEMORY } from './run-memory.ts';

/** The rules of all reasons but those of the memslot call, which are a part by themselves. */
const COMMON: Family = { ...RUN, ...RUN_MEMORY, ...ABORT, ...CAPABILITY, ...ELSEWHERE };

/** Gives the rules of a reason. */
export type RulesOf = (id: ReasonId) => Rules;

/** Gives the rules of a reason; `slots` brings those of the memslot call when one of them is asked for. */
export function rulesFrom(slots: () => Family | null): RulesOf {
  return (id) => (id.startsWith('slot-') ? slots()?.[id] : COMMON[id]) ?? {};
}

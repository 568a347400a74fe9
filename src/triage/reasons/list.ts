import type { Family, ReasonId, Rules } from './reason.ts';
import { READING } from './reading.ts';

/** Gives the rules of a reason. */
export type RulesOf = (id: ReasonId) => Rules;

/** Gives the rules of a reason; `part` brings those of its part when one of them is asked for. */
export function rulesFrom(part: (name: 'runs' | 'slots' | 'others') => Family | null): RulesOf {
  return (id) => {
    if (id in READING) return READING[id] ?? {};
    const [call = ''] = id.split('-');
    return part(call === 'run' ? 'runs' : call === 'slot' ? 'slots' : 'others')?.[id] ?? {};
  };
}

import { decisionKey } from '../../observations/key.ts';
import type { Seen, Sighting } from '../../observations/sighting.ts';
import type { Field, Values } from '../form/field.ts';
import { answer } from './answer.ts';
import { kernelOf, PRESET } from './case.ts';

/** Every state of the choices that a figure offers; the others keep the preset. */
function statesOf(fields: readonly Field[]): Values[] {
  let states: Values[] = [PRESET];
  for (const { key, options } of fields)
    states = states.flatMap((state) => options.map(([value]) => ({ ...state, [key]: value })));
  return states;
}

/** What of the sightings the figure can show: a browser gets no more of them. */
export function seenHere(fields: readonly Field[], seen: Seen): Seen {
  const answers = statesOf(fields).flatMap((state) => {
    const { slot, fault } = answer(kernelOf(state), state);
    return [slot, fault];
  });
  // Many states have one answer, and a name takes longer to make than to know that it was made.
  const different = new Map(answers.map((decision) => [JSON.stringify(decision), decision]));
  const own: Record<string, Sighting> = {};
  for (const key of [...different.values()].map(decisionKey)) {
    const sighting = seen[key];
    if (sighting !== undefined) own[key] = sighting;
  }
  return own;
}

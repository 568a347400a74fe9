import { cleaned } from './access.ts';
import type { Actor, Rule } from './machine.ts';
import { IN_USE, inUse } from './owner.ts';
import type { Setup } from './setup.ts';
import { inPhases, MAPPED, phaseOf, withoutInstruction, withoutLine } from './state.ts';

type Who = Extract<Actor, 'owner' | 'B'>;

/**
 * Maintenance by VA by those who have a mapping: the owner from its scrub on, B while it is
 * mapped. User space has no DC IVAC, and at EL1 under stage 2 it acts as DC CIVAC (ARM-ARM), so
 * nobody can throw a dirty line away.
 */
export function maintenance(setup: Setup): Rule[] {
  const rules = byVa('owner', (s) => inUse(phaseOf(s)));
  const mapped = setup.mapped !== null;
  return mapped ? [...rules, ...byVa('B', (s) => phaseOf(s) === MAPPED)] : rules;
}

function byVa(who: Who, hasMapping: (s: number) => boolean): Rule[] {
  const name = who === 'owner' ? 'the owner' : 'B';
  const rule = (op: string, words: string, effect: (s: number) => number): Rule => ({
    name: `${who.toLowerCase()}-${op}`,
    actor: who,
    label: `${name} ${words}`,
    reason: 'Maintenance by VA needs a mapping of the page, and this party has one.',
    source: ['ARM-ARM', 'V3-MAZ7'],
    groups: who === 'owner' ? IN_USE : inPhases(MAPPED),
    to: (s, moves) => {
      if (hasMapping(s)) moves.add(effect(s), 0);
    },
  });
  return [
    rule('cvac', 'cleans the line (DC CVAC)', cleaned),
    rule('civac', 'cleans and invalidates the line (DC CIVAC)', (s) => withoutLine(cleaned(s))),
    rule('ivau', 'invalidates the instruction line (IC IVAU)', withoutInstruction),
  ];
}

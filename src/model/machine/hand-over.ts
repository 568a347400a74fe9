import { cleaned } from './access.ts';
import type { Machine, Rule } from './machine.ts';
import { pageMachine } from './page-machine.ts';
import type { Setup } from './setup.ts';
import { withoutLine } from './state.ts';

/** What a rule does, with the states before it or behind it changed. */
type Change = (to: Rule['to']) => Rule['to'];

/**
 * The page machine of a host that cleans and invalidates the line first and writes the zeros then,
 * in one move: the order of XSA-364. Source: X-364.
 */
export function cleanThenScrub(setup: Setup): Machine {
  const label = 'the owner cleans the line, then writes zeros';
  const reason = 'The clean comes before the last store, so it finds nothing of the zeros.';
  return scrubbing(setup, { label, reason, source: ['X-364'] }, (to) => (state, moves) => {
    to(emptied(state), moves);
  });
}

/**
 * The page machine of a host that writes the zeros first and cleans and invalidates the line then,
 * in one move: the rule of Xen's allocator since XSA-364. Source: X-364, X-TREE.
 */
export function scrubThenClean(setup: Setup): Machine {
  const label = 'the owner writes zeros, then cleans the line';
  const reason = 'The clean comes after the last store and brings the zeros to memory.';
  const source = ['X-364', 'X-TREE'];
  return scrubbing(setup, { label, reason, source }, (to) => (state, moves) => {
    const first = moves.count;
    to(state, moves);
    for (let i = first; i < moves.count; i++) moves.next[i] = emptied(moves.next[i] ?? 0);
  });
}

/** The line is cleaned to the PoC and gone. */
const emptied = (state: number): number => withoutLine(cleaned(state));

function scrubbing(
  setup: Setup,
  words: Pick<Rule, 'label' | 'reason' | 'source'>,
  change: Change,
): Machine {
  const machine = pageMachine(setup);
  const rules = machine.rules.map((rule) =>
    rule.name === 'owner-scrubs' ? { ...rule, ...words, to: change(rule.to) } : rule,
  );
  return { ...machine, rules };
}

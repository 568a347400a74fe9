import { inputError } from '../base/diagnose.ts';
import type { ModelError } from '../base/error.ts';
import { nearest } from '../base/nearest.ts';
import { movesFrom, type LegalMove } from './moves-from.ts';
import type { Machine } from './machine.ts';
import type { Setup } from './setup.ts';

/**
 * Plays moves by name, from before anything has happened, with every choice that a move leaves open,
 * and gives the outcomes of the last. The error for a move that is not possible where it stands lists
 * those which are; in the place of a set-up it takes the error that `situation` gave, and gives it back.
 */
export function playMoves(
  names: readonly string[],
  setup: Setup | ModelError,
  machine?: Machine,
): LegalMove[] | ModelError {
  if ('code' in setup) return setup;
  if (!Array.isArray(names))
    return inputError('not-a-list', 'names', names, 'a list of moves', "['b-reads']", 'Give one.');
  let states = [0];
  let outcomes: LegalMove[] = [];
  for (const [index, name] of names.entries()) {
    const possible = states.flatMap((state) => movesFrom(state, setup, machine));
    outcomes = possible.filter(({ move }) => move === name);
    if (outcomes.length === 0) return notPossible(index, name, possible);
    states = [...new Set(outcomes.map(({ next }) => next))];
  }
  return outcomes;
}

function notPossible(index: number, name: unknown, moves: readonly LegalMove[]): ModelError {
  const known = [...new Set(moves.map(({ move }) => move))];
  const near = typeof name === 'string' ? nearest(name, known) : null;
  const meant = near === null ? '' : `Is it '${near}'? `;
  return inputError(
    'unknown-choice',
    `move ${index + 1}`,
    name,
    'a move that is possible there',
    `'${known[0]}'`,
    `${meant}Possible there: ${known.join(', ')}.`,
  );
}

import type { Exercise } from '../../book/index.ts';

/** What kinds of exercises are called. */
export const KIND_WORDS: Readonly<Record<Exercise['kind'], string>> = {
  predict: 'Predict, then run',
  repair: 'Repair',
  find: 'Find the bug',
};

const LEVELS = ['', 'easy', 'middling', 'hard'];

/** The line below the title of an exercise: “Repair, easy, 4 min”. */
export function kindOf({ kind, level, minutes }: Exercise): string {
  return `${KIND_WORDS[kind]}, ${LEVELS[level]}, ${minutes}\u00a0min`;
}

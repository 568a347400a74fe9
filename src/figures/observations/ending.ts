import type { Ending } from '../../observations/outcome.ts';
import { memChip, verdictChip } from '../show/chip.ts';
import type { HElement } from '../show/node.ts';

const WORDS: Readonly<Partial<Record<Ending['verdict'], string>>> = {
  emulated: 'emulated',
  injected: 'injected abort',
  unknown: 'no fault',
};

/** The end of a case as its sign. */
export function endingChip({ verdict, errno, memory }: Ending): HElement {
  return memory === null ? verdictChip(verdict, WORDS[verdict] ?? verdict, errno) : memChip(memory);
}

/** The same as one word, for a filter. */
export const endingWord = ({ verdict, errno, memory }: Ending): string =>
  memory ?? errno ?? WORDS[verdict] ?? verdict;

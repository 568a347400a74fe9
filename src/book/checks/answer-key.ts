import { printedIn, spaced } from './printed.ts';
import type { Option, Question, Typed } from '../page/questions.ts';

/** Where the answer stands in what a field to type in `prints`. */
export const HOLE = '{}';

/**
 * The numbers of the options that fit what the run printed. An option fits where each of its texts stands
 * on some line, as whole words; exactly one of them is the key of a check that is in order.
 */
export function keysOf(options: readonly Option[], output: string): number[] {
  const printed = printedIn(output);
  return options.flatMap(({ when }, index) => (when.length > 0 && printed(when) ? [index] : []));
}

/** The words that the output has in place of the hole, each once; exactly one is the key. */
export function typedKeys({ prints }: Typed, output: string): string[] {
  const parts = prints.split(HOLE);
  if (parts.length !== 2) return [];
  const around = parts.map((part) => spaced(part).replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  const line = new RegExp(around.join('(\\S+)'));
  const found = output.split('\n').flatMap((text) => line.exec(spaced(text))?.[1] ?? []);
  return [...new Set(found)];
}

/** What a page needs to judge an answer: the number of an option, or all spellings that count. */
export type Key = number | readonly string[];

/** The key of a check; null where it has none, or more than one. */
export function keyOf({ options, typed: [typed], output }: Question): Key | null {
  if (output === null) return null;
  const found: readonly (number | string)[] =
    typed === undefined ? keysOf(options, output) : typedKeys(typed, output);
  const [only] = found;
  if (found.length !== 1 || only === undefined) return null;
  return typeof only === 'number' ? only : [only, ...(typed?.also ?? [])];
}

import { ERRNO, MEMORY_NAMES, SEARCHABLE, judgement } from '../model/index.ts';
import type { MemoryName, Searchable } from '../model/index.ts';
import { SHOWN_VERDICTS, type ShownVerdict } from './verdict.ts';

/** What a few words say, in the grammar of signs. */
export interface Said {
  /** The sign before the words; null where only a memory type is named. */
  readonly sign: ShownVerdict | 'yes' | 'no' | null;
  /** The words of the sign; empty where there is none. */
  readonly word: string;
  readonly memory: MemoryName | null;
  /** What stands behind: an errno, or how it ends. */
  readonly rest: string;
}

/**
 * saidIn finds what `inShort` and `wordFor` of the model say: a verdict, with the memory or the errno
 * that comes with it, a memory type, a yes or a no. Null for any other text.
 */
export function saidIn(text: string): Said | null {
  if (isMemory(text)) return { sign: null, word: '', memory: text, rest: '' };
  for (let end = text.length; end > 0; end = Math.max(text.lastIndexOf(' ', end - 1), 0)) {
    // "refused; the source runs on" has its verdict before the mark.
    const word = text.slice(0, end).replace(/;$/, '');
    const sign = SIGNS.get(word);
    const rest = text.slice(word.length);
    const behind = rest.trimStart();
    if (sign === undefined) continue;
    if (isMemory(behind)) return { sign, word, memory: behind, rest: '' };
    if (isRest(behind)) return { sign, word, memory: null, rest };
  }
  return null;
}

const SIGNS = signs();

function signs(): ReadonlyMap<string, Exclude<Said['sign'], null>> {
  const found = new Map<string, Exclude<Said['sign'], null>>([
    ['yes', 'yes'],
    ['no', 'no'],
  ]);
  for (const verdict of SHOWN_VERDICTS) found.set(verdict.replace('-', ' '), verdict);
  for (const question of Object.keys(SEARCHABLE)) {
    for (const holds of [true, false, null]) {
      const { verdict, word } = judgement(question as Searchable, holds);
      found.set(word, verdict);
    }
  }
  return found;
}

const isMemory = (text: string): text is MemoryName => Object.hasOwn(MEMORY_NAMES, text);

const isRest = (text: string): boolean =>
  text === '' || text.startsWith(';') || Object.hasOwn(ERRNO, text);

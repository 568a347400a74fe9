import type {
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from '@codemirror/autocomplete';
import type { EditorWords } from '../knobs/editor-words.ts';
import { offersAt } from './offers.ts';

const NOTHING: EditorWords = { names: [], fields: {}, moves: [] };

let words: Promise<EditorWords> | null = null;

/** What can be written, asked for once, when a reader types the first word. */
function loadWords(url: string): Promise<EditorWords> {
  words ??= fetch(url)
    .then((response) => response.json() as Promise<EditorWords>)
    .catch(() => {
      words = null;
      return NOTHING;
    });
  return words;
}

/** completeNames offers what the model knows where a reader types; `url` has all of it. */
export function completeNames(url: string): CompletionSource {
  return async ({ state, pos, explicit }: CompletionContext): Promise<CompletionResult | null> => {
    const { from, text } = state.doc.lineAt(pos);
    const before = text.slice(0, pos - from);
    if (!explicit && !/(?:[\w$]{2}|['"][\w.:-]*|\.[\w$]+)$/.test(before)) return null;
    const found = offersAt(before, await loadWords(url));
    if (found === null) return null;
    const options = found.words.map((label) => ({ label }));
    return { from: pos - found.typed.length, options, validFor: found.goesOn };
  };
}

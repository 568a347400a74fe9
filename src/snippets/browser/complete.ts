import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from '@codemirror/autocomplete';

/** What a snippet prints with is there without an import. */
const PRINTERS = ['show', 'console'];

let names: Promise<Completion[]> | null = null;

/** What can be imported, asked for once, when a reader types the first word. */
function loadNames(url: string): Promise<Completion[]> {
  names ??= fetch(url)
    .then((response) => response.json() as Promise<string[]>)
    .then(
      (exported) => [...exported, ...PRINTERS].map((label) => ({ label })),
      () => {
        names = null;
        return [];
      },
    );
  return names;
}

/** completeNames offers the names of 'stage-two', which are listed at `url`, and what a snippet prints with. */
export function completeNames(url: string): CompletionSource {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const word = context.matchBefore(/[\w$]+/);
    const after = word && context.state.sliceDoc(Math.max(0, word.from - 1), word.from);
    if (!word || after === '.' || (word.to - word.from < 2 && !context.explicit)) return null;
    return { from: word.from, options: await loadNames(url), validFor: /^[\w$]*$/ };
  };
}

import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';

let names: Promise<Completion[]> | null = null;

/** What can be imported, asked of the model itself when a reader types the first word. */
function loadNames(): Promise<Completion[]> {
  names ??= import('../../model/index.ts').then(
    (model) => [...Object.keys(model), 'show', 'console'].map((label) => ({ label })),
    () => {
      names = null;
      return [];
    },
  );
  return names;
}

/** completeNames offers the names of 'stage-two', and what a snippet prints with. */
export async function completeNames(context: CompletionContext): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\w$]+/);
  const after = word && context.state.sliceDoc(Math.max(0, word.from - 1), word.from);
  if (!word || after === '.' || (word.to - word.from < 2 && !context.explicit)) return null;
  return { from: word.from, options: await loadNames(), validFor: /^[\w$]*$/ };
}

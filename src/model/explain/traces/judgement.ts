import type { Property } from '../../machine/properties.ts';
import type { Decision } from '../../kvm/decisions.ts';

/** A question that the search answers. */
export type Searchable = Property | 'survivesMigration';

/** The sign of an answer: a verdict of the kernel's questions, or one of the two ends of a page. */
export type TraceVerdict = Decision['verdict'] | 'leak' | 'stale';

/** An answer as sign and word. */
export interface Judgement {
  readonly verdict: TraceVerdict;
  readonly word: string;
}

/** What each question asks, as a statement that holds or does not. */
export const SEARCHABLE: Readonly<Record<Searchable, string>> = {
  noLeak: "No read by B returns A's secret.",
  coherent: 'After the scrub, B and the owner always read what was written last.',
  noStaleFetch: 'B fetches what the owner wrote before B was mapped, and nothing older.',
  noLateFailure: 'A memslot that was accepted never fails at the fault.',
  keepsCacheable:
    "A guest that asks for Write-Back gets it where the owner's mapping is cacheable.",
  survivesMigration: 'At every moment at least one host can run the VM.',
};

/** The word for each among people: with the word of its answer it makes a sentence, "secrecy holds". */
const NAMES: Readonly<Record<Searchable, string>> = {
  noLeak: 'secrecy',
  coherent: 'coherence',
  noStaleFetch: 'fresh code',
  noLateFailure: 'early refusal',
  keepsCacheable: 'caching',
  survivesMigration: 'migration',
};

const BROKEN: Readonly<Record<Searchable, Judgement>> = {
  noLeak: { verdict: 'leak', word: 'leaks' },
  coherent: { verdict: 'stale', word: 'stale' },
  noStaleFetch: { verdict: 'stale', word: 'stale' },
  noLateFailure: { verdict: 'fails', word: 'fails' },
  keepsCacheable: { verdict: 'not-cacheable', word: 'not WB' },
  survivesMigration: { verdict: 'fails', word: 'VM lost' },
};

/** As it was before a snippet ran, which may replace it. */
const { hasOwn } = Object;

/** Whether a name is that of a question that the search answers. */
export const isSearchable = (name: string): name is Searchable => hasOwn(BROKEN, name);

/** The answer to a question in the grammar of verdicts; null where the question does not arise. */
export function judgement(question: Searchable, holds: boolean | null): Judgement {
  if (holds === null) return { verdict: 'not-supported', word: 'not asked' };
  if (!holds) return BROKEN[question];
  return { verdict: 'supported', word: question === 'survivesMigration' ? 'survives' : 'holds' };
}

/** The name of a question among people, such as 'secrecy' for 'noLeak'; of any other word the word. */
export function propertyName(question: string): string {
  return isSearchable(question) ? NAMES[question] : String(question);
}

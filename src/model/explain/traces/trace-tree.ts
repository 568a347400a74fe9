import type { Explored, TraceStep } from '../../explore/explore.ts';
import type { Migrated, MigrationStep } from '../../explore/survives-migration.ts';
import type { VerdictRow, Verdicts } from '../../explore/verdicts.ts';
import { errorFacts } from '../error-facts.ts';
import type { Fact, ShowMove, ShowTree } from '../show-tree.ts';
import { judgement, propertyName, SEARCHABLE } from './judgement.ts';
import { rowTree } from './row-tree.ts';
import { rowsText, verdictsText } from './rows-text.ts';
import { stateInWords } from './state-in-words.ts';

type TraceTree = Extract<ShowTree, { kind: 'trace' }>;

/**
 * What the search answers, as a tree: a verdict with its counts and its trace. Null for any other
 * value. A value that a reader made up with the same fields is taken for the model's.
 */
export function traceTree(value: unknown): ShowTree | null {
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value))
    return isRow(value[0]) ? { kind: 'value', text: rowsText(value as VerdictRow[]) } : null;
  if ('machines' in value && 'rows' in value)
    return { kind: 'value', text: verdictsText(value as Verdicts) };
  if (isRow(value)) return rowTree(value);
  if (!('holds' in value && 'states' in value && 'transitions' in value)) return null;
  return 'story' in value ? ofMigrated(value as Migrated) : ofExplored(value as Explored);
}

function isRow(value: unknown): value is VerdictRow {
  return (
    typeof value === 'object' && value !== null && 'guestS1' in value && 'counterexample' in value
  );
}

function ofExplored({ property, holds, states, transitions, trace, error }: Explored): TraceTree {
  const title = property === null ? 'search' : propertyName(property);
  if (error || property === null) return invalid(title, errorFacts(error));
  const { verdict, word } = judgement(property, holds);
  return {
    kind: 'trace',
    title,
    property,
    verdict,
    verdictWord: trace ? `${word} in ${count(trace.length, 'step')}` : word,
    facts: [['asked', SEARCHABLE[property]], counts(states, transitions)],
    moves: (trace ?? []).map(moveOf),
  };
}

function ofMigrated({ holds, states, transitions, story, mapped, error }: Migrated): TraceTree {
  const property = 'survivesMigration';
  const title = propertyName(property);
  if (error) return invalid(title, errorFacts(error));
  const facts: Fact[] = [['asked', SEARCHABLE[property]]];
  if (holds !== null) {
    facts.push(['at the source', `mapped ${mapped.source ?? 'never'}`]);
    facts.push([
      'at the destination',
      mapped.destination ? `mapped ${mapped.destination}` : 'never mapped',
    ]);
    facts.push(counts(states, transitions));
  }
  return {
    kind: 'trace',
    title,
    property: null,
    ...ending(holds, story),
    facts,
    moves: story.map(moveOf),
  };
}

/** A migration that is called off is no loss, but it is no arrival. */
function ending(
  holds: boolean | null,
  story: readonly MigrationStep[],
): Pick<TraceTree, 'verdict' | 'verdictWord'> {
  if (holds === null) return { verdict: 'not-supported', verdictWord: 'never runs at the source' };
  if (story.at(-1)?.move === 'capability')
    return { verdict: 'not-supported', verdictWord: 'not begun; the source runs on' };
  if (holds && story.at(-1)?.state === 'called off')
    return { verdict: 'refused', verdictWord: 'refused; the source runs on' };
  const { verdict, word } = judgement('survivesMigration', holds);
  return { verdict, verdictWord: word };
}

function invalid(title: string, facts: readonly Fact[]): TraceTree {
  return {
    kind: 'trace',
    title,
    property: null,
    verdict: 'invalid',
    verdictWord: 'not searched',
    facts,
    moves: [],
  };
}

function moveOf(step: TraceStep | MigrationStep): ShowMove {
  const { move, actor, label, reason, source, state } = step;
  const common = { move, actor, label, reason, source };
  return typeof state === 'string'
    ? { ...common, state, view: null }
    : { ...common, state: stateInWords(state), view: state };
}

function counts(states: number, transitions: number): Fact {
  return ['searched', `${count(states, 'state')}, ${count(transitions, 'move')}, all of them`];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

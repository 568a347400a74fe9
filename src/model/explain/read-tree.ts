import { MEMORY_NAMES, type MemoryName } from '../arch/memory-name.ts';
import type { Actor } from '../machine/machine.ts';
import type { Property } from '../machine/properties.ts';
import { readView } from './read-view.ts';
import type { Fact, ShowMove, ShowStep, ShowTree } from './show-tree.ts';
import type { TraceVerdict } from './traces/judgement.ts';
import { orNull, treeReader } from './tree-reader.ts';
import type { TreeReader } from './tree-reader.ts';
import { VERDICT_WORDS } from './words.ts';

/** Characters of all texts of a tree; the longest tree of the model has a small part of them. */
const ROOM = 2 ** 20;

const TRACE_VERDICTS: Readonly<Record<TraceVerdict, unknown>> = {
  ...VERDICT_WORDS,
  leak: true,
  stale: true,
};

/**
 * A tree out of untrusted data: a copy with what a renderer draws and nothing else, each field read
 * once; null where a field is missing or is not of its kind. `describe` returns nothing that this
 * refuses. Never throws.
 */
export function readTree(value: unknown): ShowTree | null {
  try {
    return read(value, treeReader(ROOM));
  } catch {
    return null;
  }
}

function read(value: unknown, reader: TreeReader): ShowTree | null {
  const { bag, text, list, oneOf } = reader;
  const tree = bag(value);
  const textOrNull = (one: unknown): string | null => orNull(one, text);
  const memory = (one: unknown): MemoryName => oneOf(one, MEMORY_NAMES);
  const fact = (one: unknown): Fact => {
    const pair = list(one, text);
    return [text(pair[0]), text(pair[1])];
  };
  const headed = () => ({ title: text(tree['title']), facts: list(tree['facts'], fact) });
  const steps = (): ShowStep[] => list(tree['steps'], (one) => readStep(one, reader));
  switch (tree['kind']) {
    case 'value':
      return { kind: 'value', text: text(tree['text']) };
    case 'attributes':
      return {
        kind: 'attributes',
        ...headed(),
        memory: memory(tree['memory']),
        alternatives: list(tree['alternatives'], text),
        steps: steps(),
      };
    case 'decision':
      return {
        kind: 'decision',
        ...headed(),
        verdict: oneOf(tree['verdict'], VERDICT_WORDS),
        verdictWord: text(tree['verdictWord']),
        errno: textOrNull(tree['errno']),
        memory: orNull(tree['memory'], memory),
        steps: steps(),
      };
    case 'trace':
      return {
        kind: 'trace',
        ...headed(),
        property: textOrNull(tree['property']) as Property | null,
        verdict: oneOf(tree['verdict'], TRACE_VERDICTS),
        verdictWord: text(tree['verdictWord']),
        moves: list(tree['moves'], (one) => readMove(one, reader)),
      };
    default:
      return null;
  }
}

function readStep(value: unknown, { bag, text, list, flag }: TreeReader): ShowStep {
  const step = bag(value);
  return {
    check: text(step['check']),
    in: text(step['in']),
    sentence: text(step['sentence']),
    inputs: text(step['inputs']),
    answer: text(step['answer']),
    source: list(step['source'], text),
    decides: flag(step['decides']),
  };
}

function readMove(value: unknown, reader: TreeReader): ShowMove {
  const { bag, text, list } = reader;
  const move = bag(value);
  return {
    move: text(move['move']),
    actor: orNull(move['actor'], text) as Actor | null,
    label: text(move['label']),
    reason: text(move['reason']),
    state: text(move['state']),
    view: orNull(move['view'], (one) => readView(one, reader)),
    source: list(move['source'], text),
  };
}

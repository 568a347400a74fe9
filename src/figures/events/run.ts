import {
  situation,
  type GuestS1,
  type Host,
  type LegalMove,
  type Property,
} from '../../model/index.ts';
import type { EventGraph, GraphEvent } from '../../observations/witness/graph.ts';
import { playStory } from '../drawings/machine/story.ts';

/** What the moves of a run of the machine are among the events of a program, and whose its threads are. */
interface Family {
  readonly property: Property;
  /** Moves of the machine, in their order, each with the events that stand for it. */
  readonly moves: readonly (readonly [move: string, is: (event: GraphEvent) => boolean])[];
  /** Names of the threads. */
  readonly threads: readonly string[];
  /** What has no event of its own, and what has no move. */
  readonly beside: string;
}

const none = (): boolean => false;
const reach = (thread: number | null, what: RegExp) => (event: GraphEvent) =>
  event.thread === thread && what.test(event.does);
const DATA = /^[RW]\[x\]/;
/** What tells the other thread: a barrier, and the flag. */
const TELLS = /^DSB|^DC|\[f\]/;

const FAMILIES: Readonly<Record<string, Family>> = {
  leak: {
    property: 'noLeak',
    moves: [
      ['a-secret-in-memory', reach(null, DATA)],
      ['a-goes', none],
      ['owner-scrubs', reach(0, DATA)],
      ['memslot', reach(0, TELLS)],
      ['fault', reach(1, /\[f\]/)],
      ['b-reads', reach(1, DATA)],
    ],
    threads: ['P0: owner', 'P1: VM B'],
    beside: 'The flag f stands for the hand-over: that A is gone needs no event.',
  },
  older: {
    property: 'coherent',
    moves: [
      ['a-secret-in-memory', none],
      ['a-goes', none],
      ['owner-scrubs', reach(null, DATA)],
      ['memslot', none],
      ['fault', none],
      ['b-writes', reach(0, /^/)],
      ['owner-reads', reach(1, /^/)],
    ],
    threads: ['P0: VM B', 'P1: owner'],
    beside:
      'By the flag f VM B tells the owner. The machine moves in one order and needs no flag; how the page came to B is no event.',
  },
  fetch: {
    property: 'noStaleFetch',
    moves: [
      ['a-secret-in-memory', none],
      ['a-fetches', reach(null, /^W/)],
      ['a-goes', none],
      ['owner-scrubs', reach(0, /^W/)],
      ['memslot', none],
      ['fault', reach(0, /^(?:DSB|ISB|DC|IC)/)],
      ['b-fetches', reach(0, /IFetch/)],
    ],
    threads: ['P0'],
    beside:
      'The program writes and fetches on one processor. That A fetched is in what may be fetched at first.',
  },
};

/** The question that is played, of all that lead to a program. */
export interface Asked {
  readonly policy: string;
  readonly host: Host;
  readonly guestS1: GuestS1;
}

/** A run of the machine beside the events of a program. */
export interface Run {
  readonly property: Property;
  readonly moves: readonly LegalMove[];
  /** The letters of the events of each move. */
  readonly points: readonly (readonly string[])[];
  readonly threads: readonly string[];
  readonly beside: string;
}

const familyOf = (program: string): Family | undefined => FAMILIES[program.split('-')[0] ?? ''];

/** Whose the threads of a program are. */
export const threadsOf = (program: string): readonly string[] => familyOf(program)?.threads ?? [];

/** The machine's run of a program that breaks what it asks, and which events each of its moves is. */
export function runOf(program: string, graph: EventGraph, asked: Asked): Run {
  const family = familyOf(program);
  const setup = situation(asked);
  if (family === undefined || 'code' in setup) throw new Error(`No run for ${program}.`);
  const names = family.moves.map(([move]) => move);
  const { moves, impossible } = playStory(setup, names, [family.property]);
  if (impossible !== null) throw new Error(`The machine has no ${impossible} for ${program}.`);
  const points = family.moves.map(([, is]) => graph.events.filter(is).map(({ id }) => id));
  return { ...family, moves, points };
}

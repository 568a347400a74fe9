import type { Actor, GuestS1, Property, StateView, ValueName } from '../../model/index.ts';
import { ENDINGS, worst } from './broken.ts';

/** Who reads in the place of VM B, and what it has when it does nothing: both stand in B's box. */
export interface StandsIn {
  readonly name: string;
  readonly has: string;
}

/** One picture of the page: its state, and the move that led to it. */
export interface Scene {
  readonly state: StateView;
  /** The state before the move; null where nothing has happened yet. */
  readonly before: StateView | null;
  /** The name of the rule; null where nothing has happened yet. */
  readonly move: string | null;
  readonly actor: Actor | null;
  /** The move in words; null where nothing has happened yet. */
  readonly label: string | null;
  /** What the move breaks. */
  readonly breaks: readonly Property[];
  /** VM B itself where it is not given. */
  readonly standsIn?: StandsIn | undefined;
}

/** Values as they are written on a tile. */
export const VALUE_WORDS: Readonly<Record<ValueName, string>> = {
  old: 'old',
  secret: "A's secret",
  zeros: 'zeros',
  owner: "owner's",
  guest: "B's",
};

const VALUES: Readonly<Record<ValueName, string>> = {
  ...VALUE_WORDS,
  old: 'an old value',
  owner: "the owner's value",
  guest: "B's value",
};

/** inWords says a scene in sentences: who acts, where the values are, and what has broken. */
export function inWords({ state, label, breaks }: Scene): string {
  const acts = label === null ? [] : [`${sentence(label)}.`];
  const end = worst(breaks);
  const ends = end === null ? [] : [ENDINGS[end].says];
  return [...acts, stateInWords(state), ...ends].join(' ');
}

/** Where the values are, in sentences. */
export function stateInWords({ memory, dcache, icache, tenantB }: StateView): string {
  const dirt = dcache?.dirty ? 'dirty' : 'clean';
  const line = dcache === null ? 'no line' : `${VALUES[dcache.value]}, ${dirt}`;
  const fetched = icache === null ? 'no line' : VALUES[icache];
  const b = tenantB.mapped ? `is mapped, its accesses are ${tenantB.data}` : 'is not mapped';
  return `Memory holds ${VALUES[memory]}; the data cache holds ${line}; the instruction cache holds ${fetched}. B ${b}.`;
}

/** sentence gives a label of the model a capital letter. */
export const sentence = (label: string): string => label.slice(0, 1).toUpperCase() + label.slice(1);

/** What B's stage 1 asks for, in words. */
export const GUEST_WORDS: Readonly<Record<GuestS1, string>> = {
  wb: 'Write-Back',
  nc: 'Non-cacheable',
  device: 'Device-nGnRE',
  off: 'nothing (MMU off)',
};

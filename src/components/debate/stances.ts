import { source, type StanceName } from '../../book/index.ts';
import type { Placed, Section } from './sections.ts';

/** A stance as the page shows it. */
export interface ShownStance {
  readonly stance: StanceName;
  readonly word: string;
  /** How far, in a few words; empty where nothing is to be added. */
  readonly nuance: string;
  /** It is what landed. */
  readonly landed: boolean;
  /** Where the position stands on the page. */
  readonly id: string;
  /** The day of its mail; empty where the source has none. */
  readonly date: string;
}

/** What somebody holds on a question: stances, each chain one mind with its changes, and own words. */
export interface Views {
  readonly chains: readonly (readonly ShownStance[])[];
  /** Positions that fit no sign. */
  readonly own: readonly Placed[];
}

/** What positions on a question say, mails by date; what was held already is not said again. */
export function viewsOf(placed: readonly Placed[], { topic, landed }: Section): Views {
  const answers = new Map((topic.answers ?? []).map((one) => [one.stance, one.word]));
  const won = new Set(
    landed.flatMap(({ position }) => named(position).map(({ stance }) => stance)),
  );
  const mails = placed
    .flatMap(({ position, id }) => named(position).map((said) => ({ said, id })))
    .map((one) => ({ ...one, date: source(one.said.source)?.date ?? '' }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
  const chains: ShownStance[][] = [];
  for (const { said, id, date } of mails) {
    const { stance, instead, nuance = '' } = said;
    const word = answers.get(stance) ?? stance;
    const shown = { stance, word, nuance, landed: won.has(stance), id, date };
    const endsWith = (held: StanceName | undefined) =>
      chains.find((chain) => chain.at(-1)?.stance === held);
    const before = endsWith(instead);
    if (before) before.push(shown);
    else if (!endsWith(stance)) chains.push([shown]);
  }
  return { chains, own: placed.filter(({ position }) => named(position).length === 0) };
}

const named = ({ stances = [] }: Placed['position']) => stances;

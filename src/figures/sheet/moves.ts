import { inShort, survivesMigration } from '../../model/index.ts';
import type { MigrationInput } from '../../model/index.ts';

/** A migration in a line. */
export interface Move {
  readonly to: string;
  /** How it ends, in the words of the model. */
  readonly ends: string;
  /** What else is to be said. */
  readonly but: string;
}

const source = { fwb: true, dic: true };
const bare = { fwb: false, dic: false };

const MOVES: readonly (readonly [to: string, input: MigrationInput])[] = [
  ['To FWB and DIC', { source, destination: source }],
  ['To a host without', { source, destination: bare }],
  ['The same, 243 asked first', { source, destination: bare, asksCapability: true }],
  ['To 6.16', { source, destination: { ...bare, kernel: 'v6.16' } }],
];

/** moves has what becomes of a VM with a cacheable page that leaves a host with FWB and DIC. */
export function moves(): readonly Move[] {
  return MOVES.map(([to, input]) => {
    const moved = survivesMigration(input);
    const { source: left, destination: arrived } = moved.mapped;
    const changed = moved.holds === true && arrived !== null && arrived !== left;
    const but = changed ? `but mapped ${arrived}, not ${left}: the leak is back` : '';
    return { to, ends: inShort(moved) ?? '', but };
  });
}

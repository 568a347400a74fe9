import type { Asked } from '../../observations/witness/asked.ts';
import type { Observation, WitnessRecord, Witnessed } from '../../observations/witness/record.ts';
import type { Child } from '../show/node.ts';
import { keep, lines, more } from './table.ts';
import type { Group, Row, Table } from './table.ts';

/** What is done in a kind of program and what may then be seen, in the order of the table and in lines of a phone. */
const KINDS: readonly (readonly [kind: string, asked: readonly string[]])[] = [
  ['fetch', ['Code is written, then fetched:', 'can one see the old instruction?']],
  ['leak', ['The owner scrubs through the cache,', 'then B reads: can one see what A left?']],
  ['older', ['B writes, then the owner reads through', 'the cache: can one see what was there?']],
];

/** How it is done, by the end of its name. */
const HOW: readonly (readonly [end: RegExp, words: string])[] = [
  [/-around\b/, 'B goes around the cache'],
  [/-through\b/, 'B goes through it'],
  [/-cleaned\b/, 'KVM cleans between'],
  [/-no-dic\b/, 'DIC is 0'],
  [/[a-z](?<!-no)-dic\b/, 'DIC is 1'],
  [/-maintained\b/, 'KVM invalidates between'],
];

/** Whether the old value can be seen, in a word, with the word of herd7. */
const said = (says: Observation): readonly Child[] => [
  says === 'Never' ? 'no' : 'yes',
  more(keep(says)),
];

function row({ name, ours, says, stock }: Witnessed, asked: readonly Asked[]): Row {
  const own = asked.filter(({ litmus }) => litmus.name === name);
  const how = HOW.filter(([end]) => end.test(name)).map(([, words]) => words);
  return {
    id: name,
    name: how.join('; '),
    cells: [
      [...new Set(own.map(({ holds }) => (holds ? 'no' : 'yes'))), more(`${own.length} questions`)],
      said(says),
      ours ? [...said(stock), more('for them all goes through')] : 'the same',
    ],
  };
}

/** What the machine and herd7 say of the same programs. */
export function witnessTable(record: WitnessRecord, asked: readonly Asked[]): Table {
  return {
    name: 'witness',
    columns: ['How', 'The machine', 'herd7', 'herd7, Arm’s lines alone'],
    groups: KINDS.map(([kind, asks]): Group => {
      const own = record.programs.filter(({ name }) => name.startsWith(`${kind}-`));
      return { heading: lines(asks), rows: own.map((one) => row(one, asked)) };
    }),
  };
}

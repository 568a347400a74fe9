import { PROPERTIES } from '../../machine/properties.ts';
import type { VerdictRow, Verdicts } from '../../explore/verdicts.ts';
import { judgement } from './judgement.ts';

/** More rows than this are for a filter of the reader's own. */
const MOST_ROWS = 100;

const HEAD = ['policy', 'fwb', 'dic', 'vma', 'guestS1', 'slot', 'fault', ...PROPERTIES, 'states'];

/** All verdicts: what is wrong with a policy first, then the counts, then the rows. */
export function verdictsText(verdicts: Verdicts): string {
  const { rows, machines, states, transitions, errors } = verdicts;
  const wrong = errors.map(({ received, expected }) => `${received}\n  expected ${expected}`);
  const counts = `${machines} machines searched: ${states} states, ${transitions} moves`;
  return [...new Set(wrong), counts, rowsText(rows)].join('\n');
}

/** Rows of verdicts as a table in text, each property in a word. */
export function rowsText(rows: readonly VerdictRow[]): string {
  const lines = [HEAD, ...rows.slice(0, MOST_ROWS).map(cells)];
  const width = HEAD.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const drawn = lines.map((line) =>
    line
      .map((cell, i) => cell.padEnd(width[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const left = rows.length - MOST_ROWS;
  if (left > 0) drawn.push(`and ${left} more rows; filter them to see others`);
  return drawn.join('\n');
}

function cells(row: VerdictRow): string[] {
  const bit = (on: boolean): string => (on ? '1' : '0');
  const words = PROPERTIES.map((name) =>
    row[name] === null ? '-' : judgement(name, row[name]).word,
  );
  const start = [row.policy, bit(row.fwb), bit(row.dic), row.vma, row.guestS1, row.slot];
  return [...start, row.fault ?? '-', ...words, String(row.states)];
}

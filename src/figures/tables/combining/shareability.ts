import { code, plainRows } from '../table.ts';
import type { Table } from '../table.ts';
import { widerOf } from './words.ts';

const FIELDS = ['NSH', 'ISH', 'OSH'] as const;

/** What the SH fields of two cacheable stages give together. */
export function shareabilityTable(): Table {
  return {
    name: 'sh',
    columns: ['Stage 1', ...FIELDS.map((s2) => `stage 2 ${s2}`)],
    groups: plainRows(
      FIELDS.map((s1) => ({
        id: s1.toLowerCase(),
        name: code(s1),
        cells: FIELDS.map((s2) => widerOf(s1, s2)),
      })),
    ),
  };
}

import { hex } from '../../combine/stages.ts';
import { memChip } from '../../show/chip.ts';
import { spans } from '../spans.ts';
import { code, more, plainRows, slug } from '../table.ts';
import type { Table } from '../table.ts';
import { FAMILIES } from './families.ts';

/** The families of stage 1, each with its bytes. */
export function familiesTable(): Table {
  return {
    name: 'family',
    columns: ['Family', 'Memory', 'Bytes'],
    groups: plainRows(
      FAMILIES.map(({ name, memory, bytes }) => ({
        id: slug(name),
        name,
        cells: [
          memChip(memory),
          [
            code(
              spans(
                bytes.map(({ attr }) => attr ?? 0),
                hex,
              ),
            ),
            more(bytes.length === 1 ? '1 byte' : `${bytes.length} bytes`),
          ],
        ],
      })),
    ),
  };
}

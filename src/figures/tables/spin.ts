import { PROPERTIES, propertyName } from '../../model/index.ts';
import type { Counterexample, Judged, SpinRecord } from '../../observations/witness/spin.ts';
import { more, plainRows } from './table.ts';
import type { Table } from './table.ts';

const range = (numbers: readonly number[]): string => {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return least === most ? String(least) : `${least} to ${most}`;
};

/** What Spin says of each property, beside the machine: set-ups in which it breaks, and ways to a break. */
export function spinTable(
  record: SpinRecord,
  judged: readonly Judged[],
  examples: readonly Counterexample[],
): Table {
  return {
    name: 'spin',
    columns: ['Property', 'Breaks, by the machine', 'Breaks, by Spin', 'Steps', 'Steps of Spin'],
    groups: plainRows(
      PROPERTIES.map((property) => {
        const ours = examples.filter((one) => one.property === property);
        const seen = record.programs.filter((one) => one.property === property);
        return {
          id: property,
          name: propertyName(property),
          about: more(`${ours.length} ways that differ`),
          cells: [
            `${judged.filter(({ broken }) => broken.includes(property)).length} of ${judged.length}`,
            `${record.setups.filter(({ broken }) => broken.includes(property)).length} of ${record.setups.length}`,
            range(ours.map(({ steps }) => steps)),
            range(seen.flatMap(({ steps }) => steps ?? [])),
          ],
        };
      }),
    ),
  };
}

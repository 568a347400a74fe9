// cspell:words herdtools
import { LITMUS_LINES, type Litmus } from '../../model/index.ts';
import type { Asked } from './asked.ts';
import type { EventGraph } from './graph.ts';

/** What herd7 says of the state that a program asks for. */
export type Observation = 'Never' | 'Sometimes' | 'Always';

/** A program with what herd7 said. Plain data. */
export interface Witnessed extends Litmus {
  readonly says: Observation;
  /**
   * What it says without our lines: of a leak Never, because no published model has accesses of two types
   * to one location. The same as `says` where none of ours are asked for.
   */
  readonly stock: Observation;
  /** The run that ends as the condition asks, by the same rules as `says`. */
  readonly graph: EventGraph;
}

/** A run of herd7, as recorded. Plain data. */
export interface WitnessRecord {
  readonly tool: 'herdtools7';
  /** Of the Debian package. */
  readonly version: string;
  /** The day of the run. */
  readonly date: string;
  /** The lines over Arm's. */
  readonly ours: string;
  readonly programs: readonly Witnessed[];
}

/** Where a record and the machine part. Plain data. */
export interface Parting {
  readonly program: string;
  readonly received: string;
  readonly expected: string;
  readonly remedy: string;
}

const AGAIN = 'Run npm run witness -- --record.';

/** Whether the old value can be seen, by an observation. */
const canBe = (says: Observation): boolean => says !== 'Never';

/** Every question of which a record says otherwise than the machine, or nothing, or of another program. */
export function partings(record: WitnessRecord, asked: readonly Asked[]): Parting[] {
  const byName = new Map(record.programs.map((one) => [one.name, one]));
  const lines: Parting[] =
    record.ours === LITMUS_LINES
      ? []
      : [{ program: '', received: record.ours, expected: LITMUS_LINES, remedy: AGAIN }];
  for (const { policy, host, guestS1, property, holds, litmus } of asked) {
    const seen = byName.get(litmus.name);
    const part = (received: string, expected: string, remedy: string) =>
      lines.push({ program: litmus.name, received, expected, remedy });
    if (seen === undefined) part('no answer', 'one', AGAIN);
    else if (seen.text !== litmus.text) part(seen.text, litmus.text, AGAIN);
    else if (canBe(seen.says) === holds)
      part(
        `herd7: ${seen.says}`,
        `${property} ${holds ? 'holds' : 'breaks'} under ${policy}, FWB ${host.fwb}, DIC ${host.dic}, guest ${guestS1}`,
        'Find which of the two is wrong.',
      );
  }
  return lines;
}

// cspell:words herdtools
import { join } from 'node:path';
import { LITMUS_LINES } from '../../src/model/index.ts';
import { askedOfBoth, programsOf } from '../../src/observations/witness/asked.ts';
import { partings, type WitnessRecord } from '../../src/observations/witness/record.ts';
import type { Progress } from '../cli/progress.ts';
import type { Folder } from '../folder.ts';
import { versionOf } from '../packages/component.ts';
import { fetchWanted, FOR_A_WITNESS } from '../packages/fetch.ts';
import { Herd } from './herd.ts';
import { recordOrCompare } from './recorded.ts';

/** Asks herd7, and compares; 1 where it differs from the machine or from the record. */
export async function askHerd(
  folder: Folder,
  offline: boolean,
  write: boolean,
  progress: Progress,
): Promise<number> {
  const component = await fetchWanted(folder, FOR_A_WITNESS, offline, progress);
  const asked = askedOfBoth();
  const herd = new Herd(component('herd'), join(folder.top, 'witness'));
  const programs = [];
  for (const litmus of programsOf(asked)) {
    const one = await herd.witness(litmus);
    const without = one.ours ? `, ${one.stock} without our lines` : '';
    progress.show(`${one.name}: ${one.says}${without}`);
    programs.push(one);
  }
  const record: WitnessRecord = {
    tool: 'herdtools7',
    version: versionOf(component('herd'), 'herdtools7'),
    date: new Date().toISOString().slice(0, 10),
    ours: LITMUS_LINES,
    programs,
  };
  const wrong = partings(record, asked);
  for (const { program, received, expected, remedy } of wrong)
    progress.show(`${program}: received ${received}; expected ${expected}; ${remedy}`);
  const same = recordOrCompare('herd.json', record, write, progress);
  progress.show(`herd7: ${asked.length - wrong.length} questions agree, ${wrong.length} differ`);
  return same && wrong.length === 0 ? 0 : 1;
}

import { join } from 'node:path';
import {
  counterexamples,
  judgedSetups,
  spinPartings,
  sumOf,
  type SpinRecord,
} from '../../src/observations/witness/spin.ts';
import type { Progress } from '../cli/progress.ts';
import type { Folder } from '../folder.ts';
import { recordOrCompare } from './recorded.ts';
import { Spin } from './spin.ts';

/** Asks Spin, and compares; 1 where it differs from the machine or from the record. */
export async function askSpin(folder: Folder, write: boolean, progress: Progress): Promise<number> {
  const spin = await Spin.installed(join(folder.top, 'spin'));
  const [judged, examples] = [judgedSetups(), counterexamples()];
  const whole = await spin.judge(judged);
  progress.show(`Spin ${spin.version}: ${judged.length} set-ups, ${whole.states} states`);
  const programs = [];
  for (const example of examples) {
    const { row, property, text } = example;
    programs.push({ row, property, sum: sumOf(text), steps: await spin.stepsTo(example) });
  }
  const date = new Date().toISOString().slice(0, 10);
  const record: SpinRecord = { tool: 'Spin', version: spin.version, date, ...whole, programs };
  const wrong = spinPartings(record, judged, examples);
  for (const line of wrong) progress.show(line);
  const same = recordOrCompare('spin.json', record, write, progress);
  const all = judged.length + examples.length;
  progress.show(`Spin: ${all - wrong.length} answers agree, ${wrong.length} differ`);
  return same && wrong.length === 0 ? 0 : 1;
}

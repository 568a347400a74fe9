import type { Order } from '../cli/arguments.ts';
import { LabFailure } from '../cli/failure.ts';
import type { Progress } from '../cli/progress.ts';
import type { Outcome } from '../boot/run-boot.ts';
import type { Recorded } from '../../src/observations/schema.ts';
import { compareRuns, differenceLine } from './compare.ts';
import { fileName } from '../../src/observations/file-name.ts';
import { findRecorded, OBSERVATIONS, writeRecorded } from './file.ts';
import { modelLines } from './model.ts';
import { summary } from './summary.ts';

/** Where recorded observations lie; tests name their own. */
export interface ReportOptions extends Pick<Order, 'check' | 'record'> {
  readonly observations?: string;
}

/** Shows what came of a boot, compares or writes as ordered. True where all is in order. */
export function report(outcome: Outcome, options: ReportOptions, progress: Progress): boolean {
  const { name, result } = outcome;
  if (result instanceof LabFailure) {
    progress.show(`FAILED  ${name}`);
    for (const line of result.lines()) progress.show(`  ${line}`);
    return false;
  }
  progress.show(`${name}: ${summary(result)}`);
  for (const line of modelLines(result)) progress.show(`  ${line}`);
  const folder = options.observations ?? OBSERVATIONS;
  if (options.record) progress.show(`  written: ${writeRecorded(result, folder)}`);
  return !options.check || check(result, folder, progress);
}

function check(fresh: Recorded, folder: string, progress: Progress): boolean {
  const before = findRecorded(fresh, folder);
  if (before === null) {
    progress.show(`  nothing recorded to compare with: no ${fileName(fresh)}`);
    return false;
  }
  const { answers, versions } = compareRuns(before, fresh);
  for (const one of versions) progress.show(`  other version: ${differenceLine(one)}`);
  for (const one of answers) progress.show(`  DIFFERS ${differenceLine(one)}`);
  if (answers.length === 0) progress.show('  as recorded');
  else progress.show(`  ${answers.length} values are not as recorded`);
  return answers.length === 0;
}

import type { Order } from '../cli/arguments.ts';
import { LabFailure } from '../cli/failure.ts';
import type { Progress } from '../cli/progress.ts';
import type { Outcome } from '../boot/run-boot.ts';
import type { Recorded } from '../../src/observations/schema.ts';
import { compareRuns, differenceLine } from './compare.ts';
import { fileName } from '../../src/observations/file-name.ts';
import { findRecorded, OBSERVATIONS, writeRecorded } from './file.ts';
import { besideModel } from './model.ts';
import { summary } from './summary.ts';

/** Where recorded observations lie; tests name their own. */
export interface ReportOptions extends Pick<Order, 'check' | 'record'> {
  readonly observations?: string;
}

/** Shows what came of all boots, and returns the exit code: 0 where every run is in order, else 1. */
export function reportAll(
  outcomes: readonly Outcome[],
  options: ReportOptions,
  progress: Progress,
): 0 | 1 {
  let good = 0;
  for (const outcome of outcomes) if (report(outcome, options, progress)) good++;
  progress.say(`${good} of ${outcomes.length} runs are in order`);
  if (good === outcomes.length) return 0;
  progress.say('what is not in order stands above: FAILED, FINDING or DIFFERS; the exit code is 1');
  return 1;
}

/**
 * Shows what came of a boot, compares or writes as ordered. True where all is in order: a boot that
 * failed, an answer that is not the model's, and one that is not as recorded are not.
 */
export function report(outcome: Outcome, options: ReportOptions, progress: Progress): boolean {
  const { name, result } = outcome;
  if (result instanceof LabFailure) {
    progress.show(`FAILED  ${name}`);
    for (const line of result.lines()) progress.show(`  ${line}`);
    return false;
  }
  progress.show(`${name}: ${summary(result)}`);
  const agrees = holdAgainstModel(result, progress);
  const folder = options.observations ?? OBSERVATIONS;
  if (options.record) progress.show(`  written: ${writeRecorded(result, folder)}`);
  const same = !options.check || check(result, folder, progress);
  return agrees && same;
}

function holdAgainstModel(result: Recorded, progress: Progress): boolean {
  const { count, findings } = besideModel(result);
  progress.show(`  ${count}`);
  for (const finding of findings) progress.show(`  FINDING ${finding}`);
  if (findings.length > 0)
    progress.show(
      `  ${findings.length} findings: the kernel and the model say different things. ` +
        'mend the model or the lab; until then a run ends with 1',
    );
  return findings.length === 0;
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

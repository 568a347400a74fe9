import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { inParallel } from './boot/parallel.ts';
import { runBoot, type Outcome } from './boot/run-boot.ts';
import { buildFor, buildProbe } from './build/build.ts';
import type { Order } from './cli/arguments.ts';
import { LabFailure } from './cli/failure.ts';
import { megabytes, type Progress } from './cli/progress.ts';
import { openFolder, type Folder } from './folder.ts';
import { fetchComponents, fetchWanted, FOR_A_PROGRAM, type Components } from './packages/fetch.ts';
import { bootsOf, type BootPlan } from './plan/plan.ts';
import { reportAll } from './record/report.ts';

/** A boot keeps one core busy. */
const AT_A_TIME = Math.min(4, availableParallelism());

/** Runs what a command line asks for, and returns the exit code. */
export async function runLab(order: Order, progress: Progress): Promise<number> {
  const folder = openFolder();
  if (order.probe) {
    const component = await fetchWanted(folder, FOR_A_PROGRAM, order.offline, progress);
    const probe = await buildProbe(folder, component('cc'));
    progress.say(`the standalone probe, ${megabytes(statSync(probe).size)}: ${probe}`);
    return 0;
  }
  const plans = bootsOf(order);
  const kernels = [...new Set(plans.map(({ kernel }) => kernel))];
  const { driver, offline } = order;
  const components = await fetchComponents(folder, { kernels, driver }, offline, progress);
  const outcomes = await bootAll(plans, components, folder, order.keep, progress);
  return reportAll(outcomes, order, progress);
}

async function bootAll(
  plans: readonly BootPlan[],
  components: Components,
  folder: Folder,
  keep: boolean,
  progress: Progress,
): Promise<Outcome[]> {
  const initramfs = new Map<string, string>();
  for (const [name, kernel] of components.kernels) {
    const modules = components.modules.get(name) ?? null;
    initramfs.set(name, await buildFor(folder, components, { kernel, modules }, progress));
  }
  const work = mkdtempSync(join(folder.boots, 'run-'));
  progress.say(`${plans.length} boots, ${AT_A_TIME} at a time`);
  let kept = keep;
  try {
    return await inParallel(plans, AT_A_TIME, async (plan) => {
      const image = initramfs.get(plan.kernel.name) ?? '';
      const outcome = await runBoot(plan, components, image, work);
      const bad = outcome.result instanceof LabFailure;
      kept ||= bad;
      progress.say(`${outcome.name}: ${bad ? 'failed' : 'ran'} in ${outcome.seconds.toFixed(1)} s`);
      return outcome;
    });
  } finally {
    if (kept) progress.say(`the logs are kept: ${work}`);
    else rmSync(work, { recursive: true, force: true });
  }
}

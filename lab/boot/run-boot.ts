import { join } from 'node:path';
import { LabFailure } from '../cli/failure.ts';
import type { Components } from '../packages/fetch.ts';
import { bootName, type BootPlan } from '../plan/plan.ts';
import { observationOf } from '../record/observation.ts';
import { readLog } from '../record/read-log.ts';
import type { Recorded } from '../../src/observations/schema.ts';
import { boot } from './boot.ts';
import { qemuCommand } from './command.ts';

/** What came of a boot: an observation, or the reason why there is none. */
export interface Outcome {
  readonly plan: BootPlan;
  readonly name: string;
  readonly seconds: number;
  readonly result: Recorded | LabFailure;
}

/** Boots one machine and reads its log into an observation. An interrupt is thrown, not returned. */
export async function runBoot(
  plan: BootPlan,
  components: Components,
  initramfs: string,
  folder: string,
): Promise<Outcome> {
  const { qemu } = components;
  const { cpu, way, driver } = plan;
  const kernel = components.kernels.get(plan.kernel.name);
  if (!kernel) throw new Error(`${plan.kernel.name} was not fetched, though it was asked for`);
  const modules = components.modules.get(plan.kernel.name) ?? null;
  const name = bootName(plan, kernel.release ?? plan.kernel.name);
  const log = join(
    folder,
    `${[kernel.release, cpu, way, ...(driver ? ['driver'] : [])].join('-')}.log`,
  );
  const started = performance.now();
  const end = (result: Outcome['result']) => {
    return { plan, name, seconds: (performance.now() - started) / 1000, result };
  };
  try {
    const booted = await boot(qemuCommand({ qemu, kernel, initramfs, cpu, way, driver }), log);
    const date = new Date().toISOString().slice(0, 10);
    return end(observationOf(readLog(booted.log), { kernel, modules, qemu, cpu, way, date }));
  } catch (error) {
    if (error instanceof LabFailure && error.code !== 'interrupted') return end(error);
    throw error;
  }
}

import type { Recorded } from './schema.ts';

/** What names a run. */
export type Named = Pick<Recorded, 'kernel' | 'cpu' | 'mode' | 'driver'>;

/** Name of a run: kernel, CPU, the mode where the kernel was told to run in it, and the driver. */
export function runName({ kernel, cpu, mode, driver }: Named): string {
  const told = mode === 'protected' || isTold(cpu, mode) ? `-${mode.toLowerCase()}` : '';
  return `${kernel.version}-${cpu}${told}${driver === undefined ? '' : `-${driver.name}`}`;
}

/** Name of the file of a run in `content/data/observations`, or in its folder `drivers`. */
export function fileName(run: Named): string {
  return `${runName(run)}.json`;
}

/** CPU models without FEAT_VHE, on which nVHE is the only way. */
const WITHOUT_VHE: ReadonlySet<string> = new Set(['cortex-a53', 'cortex-a57', 'cortex-a72']);

const isTold = (cpu: string, mode: Recorded['mode']): boolean =>
  mode === 'nVHE' && !WITHOUT_VHE.has(cpu);

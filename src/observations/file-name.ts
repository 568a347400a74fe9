import type { Recorded } from './schema.ts';

/** Name of a run: kernel, CPU, and the mode where the kernel was told to run in it. */
export function runName({ kernel, cpu, mode }: Pick<Recorded, 'kernel' | 'cpu' | 'mode'>): string {
  const suffix = mode === 'protected' || isTold(cpu, mode) ? `-${mode.toLowerCase()}` : '';
  return `${kernel.version}-${cpu}${suffix}`;
}

/** Name of the file of a run in `content/data/observations`. */
export function fileName(run: Pick<Recorded, 'kernel' | 'cpu' | 'mode'>): string {
  return `${runName(run)}.json`;
}

/** CPU models without FEAT_VHE, on which nVHE is the only way. */
const WITHOUT_VHE: ReadonlySet<string> = new Set(['cortex-a53', 'cortex-a57', 'cortex-a72']);

const isTold = (cpu: string, mode: Recorded['mode']): boolean =>
  mode === 'nVHE' && !WITHOUT_VHE.has(cpu);

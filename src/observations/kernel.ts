import type { Kernel } from '../model/index.ts';
import type { Recorded, RecordedCase } from './schema.ts';

/** Series of Linux that were booted, and the kernel of the model that each is held against. */
const HELD_AGAINST: readonly (readonly [series: string, kernel: Kernel])[] = [
  ['7.3', 'v7.3'],
  ['6.17', 'v6.17'],
  ['6.16', 'v6.16'],
  ['6.12', 'v6.16'],
  ['6.1', 'v6.16'],
];

/** Two numbers of a version, such as 7.3. */
export function seriesOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** The kernel of the model that decides as this one, by the facts; null where there is none. */
export function modelKernel({ kernel }: Pick<Recorded, 'kernel'>): Kernel | null {
  const series = seriesOf(kernel.version);
  return HELD_AGAINST.find(([name]) => name === series)?.[1] ?? null;
}

/** Why a case of a kernel is held against nothing; null where it is held against the model. */
export function whyNotHeld(file: Pick<Recorded, 'kernel'>, one: RecordedCase): string | null {
  const series = seriesOf(file.kernel.version);
  if (modelKernel(file) === null)
    return `the model has no kernel that Linux ${series} is known to equal`;
  const flags = [one.vma, one.second, one.then?.vma].flatMap((vma) => vma?.flags ?? []);
  return series === '6.1' && flags.includes('VM_ALLOW_ANY_UNCACHED')
    ? 'VM_ALLOW_ANY_UNCACHED came with 6.9, and Linux 6.1 does not know it'
    : null;
}

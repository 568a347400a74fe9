import { kernelMeant, type KernelName } from '../model/index.ts';
import type { Recorded, RecordedCase } from './schema.ts';

/** Two numbers of a version, such as 7.3. */
export function seriesOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/**
 * The kernel of the model that decides as this one, by the facts: its rule set, or its own version where
 * that has a rule beside them. Null where there is none.
 */
export function modelKernel({ kernel }: Pick<Recorded, 'kernel'>): KernelName | null {
  const { rules, release } = kernelMeant(kernel.version);
  if (release === undefined) return rules;
  if (release.status !== 'confirmed') return null;
  return release.sizes === undefined ? rules : kernel.version;
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

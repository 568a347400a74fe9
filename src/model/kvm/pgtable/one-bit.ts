import { inputError } from '../../base/diagnose.ts';
import type { ModelError } from '../../base/error.ts';
import { kernelWith } from '../kernels/registry.ts';
import type { ExecAt } from './exec.ts';
import type { PgtableKernel } from './rules.ts';

/** The error for EL0 or EL1 alone in a kernel that has one X bit. */
export function oneBitError(
  place: string,
  exec: ExecAt,
  { name, pgtable }: PgtableKernel,
): ModelError | null {
  if (pgtable.execLevels || exec === 'none' || exec === 'both') return null;
  const wanted = `'none' or 'both' for ${name}: one bit covers EL0 and EL1`;
  const remedy = `Ask about ${kernelWith((rules) => rules.pgtable.execLevels)}, or give both.`;
  return inputError('not-in-kernel', place, exec, wanted, `${place}: 'both'`, remedy);
}

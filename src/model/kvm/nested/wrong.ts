import { inputError } from '../../base/diagnose.ts';
import type { ModelError } from '../../base/error.ts';
import { oneBitError } from '../pgtable/one-bit.ts';
import type { PgtableKernel } from '../pgtable/rules.ts';
import type { NestedQuery } from './leaf.ts';

/** What the kernel or the host cannot tell about the leaf. */
export function nestedWrong(
  { exec }: Pick<NestedQuery, 'exec'>,
  xnx: boolean,
  kernel: PgtableKernel,
): ModelError | null {
  const apart = exec === 'EL0' || exec === 'EL1';
  if (!apart || xnx) return oneBitError('nested.exec', exec, kernel);
  const wanted = "'none' or 'both' without xnx: the leaf has one XN bit";
  const sample = "xnx: true, nested: { exec: 'EL0' }";
  return inputError('contradiction', 'nested.exec', exec, wanted, sample, 'Add xnx: true.');
}

import type { ModelError } from '../../base/error.ts';
import { inputError } from '../../base/diagnose.ts';
import { nearest } from '../../base/nearest.ts';
import { KERNELS } from './rule-names.ts';

/** The error for a kernel that the model does not know. */
export function unknownKernel(kernel: unknown): ModelError {
  const names = KERNELS.map((name) => `'${name}'`).join(', ');
  const near =
    typeof kernel === 'string' ? nearest(kernel.trim().replace(/^(?=\d)/, 'v'), KERNELS) : null;
  const error = inputError(
    'unknown-kernel',
    'kernel',
    kernel,
    `one of ${names}, or a release of Linux such as '6.12' or '7.2.2-1-arch'`,
    "'v6.17'",
    near === null
      ? `Ask about one of ${names}, or name a release in a text: '6.10' is not 6.1.`
      : `Is it '${near}'?`,
  );
  return near === null ? error : { ...error, nearest: near };
}

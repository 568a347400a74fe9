import { KERNELS } from '../../model/index.ts';

/** What a kernel may be called, in an error of the command line. */
export const KERNEL_WORDS = `${KERNELS.join('|')}, or a release such as 6.12 or 7.2.2-1-arch`;

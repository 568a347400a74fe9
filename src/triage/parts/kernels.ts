/* What the name of a kernel tells, by the model: the part for texts that name one. */
export { hostKernel, isRelease } from '../case/host-kernel.ts';

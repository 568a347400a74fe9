/* What the name of a kernel tells, by the model: the part for texts that name one. */
export { kernelsBy } from '../case/host-kernel.ts';

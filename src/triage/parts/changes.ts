import { KERNELS, memslotChange, type MemslotChangeInput } from '../../model/index.ts';

/* What KVM says to a request for a slot that was there: the part for traces that ask so. */

/** Whether the newest kernel of the model refuses such a change. */
export function isRefused(change: MemslotChangeInput): boolean {
  return memslotChange(KERNELS.at(-1) ?? 'v7.3', change).verdict === 'refused';
}

import type { Trace } from '../../base/step.ts';
import { ERRNO } from '../errno.ts';
import type { NamedRules } from '../kernels/registry.ts';
import type { PkvmMapQuery } from './map-input.ts';

const SHARE = '__pkvm_host_share_guest';
const ALLOWED = 'check_range_allowed_memory';

/** The checks of EL2 in order: the value returned. All of them were read, none evaluated. */
export function pkvmShareGuest(q: PkvmMapQuery, { source }: NamedRules, trace: Trace): number {
  const { memType, beyondHostRange, badSize, acrossBorder, region } = q;
  const note = (
    check: string,
    where: string,
    inputs: Readonly<Record<string, boolean | string>>,
    refused: boolean,
  ): boolean => trace.note('read', check, where, inputs, refused, source.mmu);
  if (note('prot & ~KVM_PGTABLE_PROT_RWX', SHARE, { memType }, memType !== 'NORMAL'))
    return -ERRNO.EINVAL;
  const range = '!pfn_range_is_valid(pfn, nr_pages)';
  if (note(range, SHARE, { beyondHostRange }, beyondHostRange)) return -ERRNO.EINVAL;
  const size = '__guest_check_transition_size(phys, ipa, nr_pages, &size)';
  if (note(size, SHARE, { badSize }, badSize)) return -ERRNO.EINVAL;
  const border = '!is_in_mem_range(end - 1, &range)';
  if (note(border, ALLOWED, { acrossBorder }, acrossBorder)) return -ERRNO.EINVAL;
  const memory = '!reg || reg->flags & MEMBLOCK_NOMAP';
  return note(memory, ALLOWED, { region }, region !== 'memory') ? -ERRNO.EPERM : 0;
}

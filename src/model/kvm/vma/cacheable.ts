import type { FieldOf } from '../../base/field.ts';
import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { KernelName } from '../kernels/registry.ts';
import { isCacheableAttrIndx, type AttrIndx } from './attr-indx.ts';
import { ATTR_INDX_FIELD } from './vma.ts';

/** What `vmaIsCacheable` is asked. */
export interface VmaCacheableInput {
  /** AttrIndx of vm_page_prot, bits [4:2]. */
  readonly attrIndx: AttrIndx;
}

/** `cacheable` is null where the kernel does not ask ('unknown'), and for bad input. */
export interface VmaCacheableDecision extends DecisionOf<
  'vmaIsCacheable',
  'cacheable' | 'not-cacheable' | 'unknown'
> {
  readonly cacheable: boolean | null;
}

type Fields = readonly [FieldOf<'attrIndx', number>];

/** The question, its fields and its rules. */
export const VMA_CACHEABLE: Asked<Fields, VmaCacheableDecision> = {
  question: 'vmaIsCacheable',
  fields: [{ ...ATTR_INDX_FIELD, absent: 'required' }],
  nothing: { cacheable: null },
  decide: ({ attrIndx }, { has, source }, trace) => {
    if (!has.vmaIsCacheable) {
      trace.ask(
        'kvm_vma_is_cacheable() exists',
        'arch/arm64/kvm/mmu.c',
        {},
        false,
        source.cacheable,
      );
      return { verdict: 'unknown', ret: null, cacheable: null };
    }
    const cacheable = isCacheableAttrIndx(attrIndx);
    trace.ask(
      'kvm_vma_is_cacheable(vma)',
      'kvm_vma_is_cacheable',
      { attrIndx },
      cacheable,
      source.cacheable,
    );
    return { verdict: cacheable ? 'cacheable' : 'not-cacheable', ret: null, cacheable };
  },
};

/**
 * Whether KVM regards a VMA as cacheable: `kvm_vma_is_cacheable()`, which reads nothing but
 * AttrIndx. The function does not exist in v6.16. Source: CODE617, CODE734.
 */
export function vmaIsCacheable(kernel: KernelName, input: VmaCacheableInput): VmaCacheableDecision {
  return ask(VMA_CACHEABLE, kernel, input);
}

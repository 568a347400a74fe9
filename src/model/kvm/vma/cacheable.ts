import type { Field } from '../../base/field.ts';
import { BadInput, readInput } from '../../base/read-input.ts';
import { Trace } from '../../base/step.ts';
import type { DecisionOf } from '../decision.ts';
import { rulesOf, unknownKernel, withRelease, type KernelName } from '../kernels/registry.ts';
import { ATTR_INDX_NAMES, isCacheableAttrIndx, type AttrIndx } from './attr-indx.ts';
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

/** The fields of the input. */
export const VMA_CACHEABLE_FIELDS: readonly Field[] = [{ ...ATTR_INDX_FIELD, absent: 'required' }];

const KNOWN = new Set(['attrIndx']);

/**
 * Whether KVM regards a VMA as cacheable: `kvm_vma_is_cacheable()`, which reads nothing but
 * AttrIndx. The function does not exist in v6.16. Source: CODE617, CODE734.
 */
export function vmaIsCacheable(kernel: KernelName, input: VmaCacheableInput): VmaCacheableDecision {
  const base = { question: 'vmaIsCacheable', ret: null, errno: null } as const;
  const invalid = { ...base, verdict: 'invalid', cacheable: null, because: [] } as const;
  const rules = rulesOf(kernel);
  if (rules === null) return { ...invalid, kernel: null, error: unknownKernel(kernel) };
  const attrIndx = readInput(VMA_CACHEABLE_FIELDS, input, (r, raw) => {
    const q = r.object(raw);
    r.only(q, KNOWN);
    if (q['attrIndx'] === undefined) r.ok = false;
    return r.named(q['attrIndx'], 7, ATTR_INDX_NAMES, 0);
  });
  if (attrIndx instanceof BadInput)
    return { ...invalid, kernel: rules.name, error: attrIndx.error };
  const trace = new Trace();
  const source = rules.source.cacheable;
  if (!rules.has.vmaIsCacheable) {
    trace.ask('kvm_vma_is_cacheable() exists', 'arch/arm64/kvm/mmu.c', {}, false, source);
    trace.decided();
    return withRelease(rules, {
      ...base,
      kernel: rules.name,
      verdict: 'unknown',
      cacheable: null,
      because: trace.steps,
    });
  }
  const cacheable = isCacheableAttrIndx(attrIndx);
  trace.ask('kvm_vma_is_cacheable(vma)', 'kvm_vma_is_cacheable', { attrIndx }, cacheable, source);
  trace.decided();
  const verdict = cacheable ? 'cacheable' : 'not-cacheable';
  const because = trace.steps;
  return withRelease(rules, { ...base, kernel: rules.name, verdict, cacheable, because });
}

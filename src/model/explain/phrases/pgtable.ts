import { bits } from '../digits.ts';
import { tells, type Phrase, type Phrases } from './phrase.ts';

const NO_FWB: Phrase = { asks: 'whether FWB is missing' };
const DIC: Phrase = { asks: 'whether DIC makes it return at once' };
const CACHEABLE: Phrase = { asks: 'whether the leaf is Normal cacheable' };
const XN = (answer: string) => `XN[1:0] is 0b${Number(answer).toString(2).padStart(2, '0')}`;

/** Checks of the page-table code, and of what makes a guest's caches be maintained. */
export const PGTABLE_PHRASES: Phrases = {
  'prot & (KVM_PGTABLE_PROT_DEVICE | KVM_PGTABLE_PROT_NORMAL_NC)': tells((answer) =>
    answer === 'none'
      ? 'No memory type is asked for, which stands for Normal cacheable'
      : `The memory type asked for is ${answer}`,
  ),
  'prot & KVM_PGTABLE_PROT_X': { asks: 'whether it is to be executable' },
  '!cpus_have_final_cap(ARM64_HAS_XNX) && px != ux': {
    asks: 'whether EL0 and EL1 differ without FEAT_XNX',
    needs: { yes: { xnx: false } },
  },
  'KVM_S2_MEMATTR(pgt, attr)': tells((answer) => `MemAttr is ${bits(answer)}`),
  'attr |= KVM_PTE_LEAF_ATTR_HI_S2_XN': tells(XN),
  'FIELD_PREP(KVM_PTE_LEAF_ATTR_HI_S2_XN, xn)': tells(XN),
  'prot & KVM_PGTABLE_PROT_R': { asks: 'whether it is to be readable' },
  'prot & KVM_PGTABLE_PROT_W': { asks: 'whether it is to be writable' },
  'attr |= prot & KVM_PTE_LEAF_ATTR_HI_SW': tells(
    (answer) => `The software bits are 0b${Number(answer).toString(2).padStart(4, '0')}`,
  ),
  '!kvm_lpa2_is_enabled()': { asks: 'whether the descriptor holds SH' },
  '!stage2_pte_needs_update(ctx->old, new)': {
    asks: 'whether the leaf is there but for permissions',
    needs: { yes: { oldLeaf: 'samePa' } },
  },
  'kvm_pte_valid(ctx->old)': { asks: 'whether there was a leaf' },
  'kvm_pgtable_walk_skip_cmo(ctx)': { asks: 'whether maintenance is left out' },
  'stage2_pte_cacheable(pgt, new)': CACHEABLE,
  'stage2_pte_cacheable(pgt, ctx->old)': CACHEABLE,
  'stage2_pte_executable(new)': { asks: 'whether the leaf is executable' },
  'stage2_pte_executable(pte) && !stage2_pte_executable(ctx->old)': {
    asks: 'whether the leaf becomes executable',
    needs: { yes: { oldExec: 'none' } },
  },
  '!cpus_have_final_cap(ARM64_HAS_STAGE2_FWB)': NO_FWB,
  '!cpus_have_final_cap(ARM64_HAS_CACHE_DIC)': { asks: 'whether DIC is missing' },
  'icache_is_aliasing()': { asks: 'whether the instruction cache is aliasing' },
  'size > __invalidate_icache_max_range()': {
    asks: 'whether the leaf has more lines than are invalidated one by one',
  },
  'alternative_has_cap_unlikely(ARM64_HAS_CACHE_DIC)': DIC,
  'alternative_if ARM64_HAS_CACHE_DIC': DIC,
  '!(hcr & HCR_TVM)': { asks: 'whether TVM is clear' },
  'now_enabled != was_enabled': { asks: 'whether the guest changed it' },
  now_enabled: { asks: 'whether trapping can end' },
  'hcr_el2 |= HCR_TVM': { asks: 'whether writes of the control registers are to trap' },
  'kvm_vcpu_initialized(vcpu)': { asks: 'whether the vCPU was initialised before' },
  'kvm_vcpu_init_changed(vcpu, init)': { asks: 'whether the features are others than before' },
  'vcpu_has_run_once(vcpu)': { asks: 'whether the VM is being reset' },
};

import type { Phrases } from './phrase.ts';

/** What the leaf of L1 takes away in a nested fault. */
export const NESTED_PHRASES: Phrases = {
  'kvm_s2_trans_writable(nested)': { asks: 'whether the L1 leaf grants writes' },
  'kvm_s2_trans_readable(nested)': { asks: 'whether the L1 leaf grants reads' },
  'kvm_s2_trans_exec_el0(kvm, nested)': { asks: 'whether the L1 leaf grants execution at EL0' },
  'kvm_s2_trans_exec_el1(kvm, nested)': { asks: 'whether the L1 leaf grants execution at EL1' },
};

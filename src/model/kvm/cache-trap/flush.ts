import type { Trace } from '../../base/step.ts';
import type { NamedRules } from '../kernels/registry.ts';

/**
 * `stage2_flush_vm()`: over all memslots and the shadow tables of nested guests. With FWB it
 * maintains nothing. Answers whether it maintains.
 */
export function stage2FlushVm(fwb: boolean, { source }: NamedRules, trace: Trace): boolean {
  const check = '!cpus_have_final_cap(ARM64_HAS_STAGE2_FWB)';
  return trace.ask(check, 'kvm_pgtable_stage2_flush', { fwb }, !fwb, source.cacheTrap);
}

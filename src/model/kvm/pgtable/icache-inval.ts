import type { Trace } from '../../base/step.ts';

/** arch/arm64/include/asm: the routines, and the limit in kvm_mmu.h. Evaluated in v7.3. */
export const ICACHE_SOURCE = ['ARCH734'] as const;

/**
 * `icache_inval_all_pou()`: IC IALLUIS, which takes no address; with DIC it returns at once.
 * Answers whether it invalidates.
 */
export function icacheInvalAllPou(dic: boolean, trace: Trace): boolean {
  const check = 'alternative_has_cap_unlikely(ARM64_HAS_CACHE_DIC)';
  return !trace.ask(check, 'icache_inval_all_pou', { dic }, dic, ICACHE_SOURCE);
}

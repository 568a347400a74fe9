import type { KernelRules } from './rules.ts';

/**
 * A rule set whose sizes are those of v7.3: commit 71cc2c67fb8f, taken into a stable line. A PFNMAP VMA
 * offers no block of its own, and the leaf of user space decides, for what is not RAM too. Source: L-LEAF;
 * `source` names what was read and seen of the kernel itself.
 */
export function withSizesOf73<R extends KernelRules>(rules: R, source: readonly string[]): R {
  const names = { ...rules.fault.names, hostLeafCheck: 'vma_pagesize == PAGE_SIZE && !force_pte' };
  return {
    ...rules,
    has: { ...rules.has, pfnmapShift: false, noncacheableStaysPage: false },
    source: { ...rules.source, granule: source },
    fault: { ...rules.fault, names },
  };
}

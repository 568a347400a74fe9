import type { Trace } from '../../base/step.ts';
import type { FullVma } from './vma.ts';

/**
 * Says whether the host's own entry is typed as its VMA. KVM compares them nowhere: it reads
 * `vm_page_prot`, and what the walk of the host's table says about the entry is dropped. So the step
 * never decides. Source: CODE734, MM734.
 */
export function noteHostEntry(
  { attrIndx, entryAttrIndx }: FullVma,
  where: string,
  trace: Trace,
  source: readonly string[],
): void {
  if (entryAttrIndx === null) return;
  const differs = entryAttrIndx !== attrIndx;
  const check = 'args.pgprot != vma->vm_page_prot';
  trace.note('read', check, where, { entryAttrIndx, attrIndx }, differs, source);
}

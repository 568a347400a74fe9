import {
  checkExtension,
  describe,
  handleFault,
  KERNELS,
  maintenanceNeeded,
  prepareMemoryRegion,
} from '../../model/index.ts';
import type { AnswerRow } from './answers.ts';

/** Cacheable memory of a device, as the founding mail has it. */
const VMA = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;
const BOTH = [true, false] as const;

/**
 * What the model answers on every host about a cacheable VM_PFNMAP mapping outside of RAM. They are few,
 * so a page brings them as data, and the model stays away from it.
 */
export const answerTable = (): AnswerRow[] =>
  KERNELS.flatMap((kernel) =>
    BOTH.flatMap((fwb) =>
      BOTH.map((dic): AnswerRow => {
        const capability = checkExtension(kernel, { fwb, dic });
        const slot = prepareMemoryRegion(kernel, { vmas: [VMA], fwb, dic });
        const access = { pfnIsMapMemory: false, access: 'read' } as const;
        const fault = handleFault(kernel, { vma: VMA, fwb, dic, ...access });
        const tree = describe(fault);
        const memory = tree.kind === 'decision' ? tree.memory : null;
        return {
          kernel,
          fwb,
          dic,
          capability: capability.errno ?? String(capability.ret),
          slot: slot.errno ?? slot.verdict,
          fault: fault.errno ?? `${fault.verdict}${memory === null ? '' : ` ${memory}`}`,
          maintenance: [maintenanceOf(fwb, dic, false), maintenanceOf(fwb, dic, true)],
        };
      }),
    ),
  );

/** What has to be done to the caches before a page is handed over. */
function maintenanceOf(fwb: boolean, dic: boolean, idc: boolean): string {
  const { cleanToPoC, cleanToPoU, invalidateIToPoU } = maintenanceNeeded({ fwb, idc, dic });
  const due = [
    cleanToPoC?.needed === true && 'clean to the PoC',
    cleanToPoU?.needed === true && 'clean to the PoU',
    invalidateIToPoU?.needed === true && 'invalidate instructions to the PoU',
  ].filter((one): one is string => one !== false);
  return due.length === 0 ? 'none' : due.join(', ');
}

import {
  KERNELS,
  checkExtension,
  combineStages,
  handleFault,
  prepareMemoryRegion,
} from 'stage-two';
import type { Printer } from './printer.ts';

/**
 * An engine compiles a function when it is first called. Most of the model and of the printer is
 * called here, before a reader waits for it; a printer that nobody opened keeps it to itself.
 */
export function warmUp({ console, show }: Printer): void {
  const host = {
    vma: { vmPfnmap: true, attrIndx: 'MT_NORMAL' },
    fwb: false,
    dic: false,
  } as const;
  for (const kernel of KERNELS) {
    const decisions = [
      checkExtension(kernel, host),
      prepareMemoryRegion(kernel, { vmas: [host.vma], fwb: false, dic: false }),
      handleFault(kernel, { ...host, access: 'read' }),
      combineStages({ s1: { attr: 0xff }, s2: { memAttr: 0b0101 }, fwb: false }),
    ];
    for (const decision of decisions) {
      show(decision);
      console.log(decision, { text: 'a', list: [1, true] });
    }
    console.table([host]);
  }
}

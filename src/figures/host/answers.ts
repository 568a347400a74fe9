import {
  checkExtension,
  describe,
  handleFault,
  kernelNamed,
  KERNELS,
  maintenanceNeeded,
  prepareMemoryRegion,
  type Kernel,
} from '../../model/index.ts';
import type { Bit } from '../tables/listed-cpu.ts';
import type { HostFacts } from './state.ts';

/** What its CPUs may have. */
export interface Features {
  readonly fwb: boolean;
  readonly dic: boolean;
}

/** One host that the known facts leave possible. */
export interface Possible extends Features {
  readonly kernel: Kernel;
}

/** What the model answers on a possible host about a cacheable VM_PFNMAP mapping outside of RAM. */
export interface Answered extends Possible {
  readonly capability: string;
  readonly slot: string;
  readonly fault: string;
  readonly maintenance: string;
}

const both = (bit: Bit): readonly boolean[] => (bit === null ? [true, false] : [bit === 1]);

/** Both values of a bit that nobody has read. */
export const featuresOf = ({ told }: HostFacts): readonly Features[] =>
  both(told.fwb.bit).flatMap((fwb) => both(told.dic.bit).map((dic) => ({ fwb, dic })));

/** Every host that what is known leaves open. */
export function possible(facts: HostFacts): readonly Possible[] {
  const { rules } = kernelNamed(facts.kernel);
  const kernels = rules === null ? KERNELS : [rules];
  return kernels.flatMap((kernel) =>
    featuresOf(facts).map((features): Possible => ({ kernel, ...features })),
  );
}

/** Cacheable memory of a device, as the founding mail has it. */
const VMA = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;

/** What each possible host answers. */
export function answersOf(facts: HostFacts): readonly Answered[] {
  return possible(facts).map((host) => {
    const { kernel, fwb, dic } = host;
    const capability = checkExtension(kernel, { fwb, dic });
    const slot = prepareMemoryRegion(kernel, { vmas: [VMA], fwb, dic });
    const fault = handleFault(kernel, {
      vma: VMA,
      pfnIsMapMemory: false,
      fwb,
      dic,
      access: 'read',
    });
    const tree = describe(fault);
    const memory = tree.kind === 'decision' ? tree.memory : null;
    return {
      ...host,
      capability: capability.errno ?? String(capability.ret),
      slot: slot.errno ?? slot.verdict,
      fault: fault.errno ?? `${fault.verdict}${memory === null ? '' : ` ${memory}`}`,
      maintenance: maintenanceOf(facts, fwb, dic),
    };
  });
}

/** What has to be done to the caches before a page is handed over; both where IDC decides and is not known. */
function maintenanceOf({ told }: HostFacts, fwb: boolean, dic: boolean): string {
  const texts = both(told.idc.bit).map((idc) => {
    const { cleanToPoC, cleanToPoU, invalidateIToPoU } = maintenanceNeeded({ fwb, idc, dic });
    const due = [
      cleanToPoC?.needed === true && 'clean to the PoC',
      cleanToPoU?.needed === true && 'clean to the PoU',
      invalidateIToPoU?.needed === true && 'invalidate instructions to the PoU',
    ].filter((one): one is string => one !== false);
    return due.length === 0 ? 'none' : due.join(', ');
  });
  return [...new Set(texts)].join(' or ');
}

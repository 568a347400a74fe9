import type { AttrIndx, KernelName, Vma } from '../model/index.ts';
import { hostOf, type Host } from './host.ts';
import type { Recorded, RecordedCase } from './schema.ts';

type RecordedVma = RecordedCase['vma'];

/** A recorded case in the terms in which the model is asked. */
export interface Situation {
  readonly kernel: KernelName;
  readonly host: Host;
  readonly pkvmHost: boolean;
  readonly one: RecordedCase;
}

/** The situation of a case; `kernel` is the model's that it is held against. */
export function situationOf(file: Recorded, kernel: KernelName, one: RecordedCase): Situation {
  return { kernel, host: hostOf(file), pkvmHost: file.mode === 'protected', one };
}

/** The AttrIndx that a driver asks for by the protection of that name. */
export const TYPES: Readonly<Record<NonNullable<RecordedVma['pgprot']>, AttrIndx>> = {
  cacheable: 'MT_NORMAL',
  writecombine: 'MT_NORMAL_NC',
  nGnRE: 'MT_DEVICE_nGnRE',
  nGnRnE: 'MT_DEVICE_nGnRnE',
};

/** A recorded VMA as the model takes it; null where its type is not known. */
export function modelVma(one: RecordedCase, vma: RecordedVma): Vma | null {
  const { flags, attrIndx, pgprot } = vma;
  const type = attrIndx ?? (pgprot === null ? null : TYPES[pgprot]);
  if (type === null) return null;
  return {
    vmPfnmap: flags.includes('VM_PFNMAP'),
    vmMixedmap: flags.includes('VM_MIXEDMAP'),
    vmAllowAnyUncached: flags.includes('VM_ALLOW_ANY_UNCACHED'),
    attrIndx: type,
    ...entryOf(one, vma),
  };
}

/** The VMA of the host's entry; null where no guest ran on two, and nobody knows which was looked at. */
export function vmaOfEntry(one: RecordedCase): RecordedVma | null {
  return one.host === null || (one.second !== null && one.guest === null) ? null : vmaTouched(one);
}

/** The type of the host's own entry, where it is not that of the VMA; most questions leave it out. */
function entryOf(one: RecordedCase, vma: RecordedVma): Pick<Vma, 'entryAttrIndx'> {
  const { host } = one;
  if (host === null || vma !== vmaOfEntry(one)) return {};
  if (vma.entry === null && host.attrIndx === vma.attrIndx) return {};
  return { entryAttrIndx: host.attrIndx as AttrIndx };
}

/** The VMAs under the slot when it was made, in the order of addresses. */
export function vmasAtFirst({ vma, second }: RecordedCase): readonly RecordedVma[] {
  return second === null ? [vma] : [vma, second];
}

/** The VMA that the guest touches. */
export function vmaTouched({ vma, second, then, guest }: RecordedCase): RecordedVma {
  if (guest?.at === 'second' && second !== null) return second;
  return then?.vma ?? vma;
}

/**
 * Whether KVM finds a PFN. The page of a driver that is mapped without a struct page is found only
 * through the page table, and hva_to_pfn() looks there only with VM_IO or VM_PFNMAP. The model takes
 * the lookup as given.
 */
export function isFound({ by, flags }: RecordedVma): boolean {
  const special = by === 'remap' || by === 'fault';
  return !special || flags.includes('VM_IO') || flags.includes('VM_PFNMAP');
}

/**
 * Whether the lookup finds the page writable for a read. For ordinary pages of a driver that is the
 * answer of GUP's fast path, which 6.12 gives otherwise than 6.1 and 7.3: it is taken as it was seen.
 */
export function foundWritable(one: RecordedCase): boolean {
  const { by, flags } = vmaTouched(one);
  const [first] = one.map;
  return by === 'page' && first !== undefined
    ? first.prot.includes('W')
    : flags.includes('VM_WRITE');
}

/** Whether the slot logs dirty pages when the guest runs. */
export function logsDirty({ slot, then }: RecordedCase): boolean {
  const changed = then?.move === 'flags' && then.errno === null ? then.flags : undefined;
  return (changed ?? slot?.flags ?? []).includes('KVM_MEM_LOG_DIRTY_PAGES');
}

import {
  cacheMaintenance,
  checkExtension,
  memslotChange,
  prepareMemoryRegion,
  stage2Attributes,
} from '../model/index.ts';
import type {
  CacheMaintenanceDecision,
  CapabilityDecision,
  FaultDecision,
  KernelName,
  MemslotChangeDecision,
  MemslotDecision,
  Stage2AttributesDecision,
} from '../model/index.ts';
import type { AskedMaintenance } from './key.ts';
import { remembered } from './remembered.ts';
import { modelVma, vmasAtFirst, type Situation } from './situation.ts';

const ask = {
  checkExtension: remembered(checkExtension),
  prepareMemoryRegion: remembered(prepareMemoryRegion),
  memslotChange: remembered(memslotChange),
  cacheMaintenance: remembered(cacheMaintenance),
  stage2Attributes: remembered(stage2Attributes),
};

/** 243 as it is asked of the kernel, on /dev/kvm or on a VM. */
export function askCapability(
  { kernel, host, pkvmHost }: Pick<Situation, 'kernel' | 'host' | 'pkvmHost'>,
  vmFd: boolean,
): CapabilityDecision {
  const { fwb, dic, idc } = host;
  return ask.checkExtension(kernel, { fwb, dic, idc, vmFd, pkvmHost });
}

/** Whether the slot may be made; null where the type of a VMA is not known. */
export function askMemslot({ kernel, host, one }: Situation): MemslotDecision | null {
  const vmas = known(vmasAtFirst(one).map((vma) => modelVma(one, vma)));
  const flags = one.slot?.flags ?? [];
  return (
    vmas &&
    ask.prepareMemoryRegion(kernel, {
      vmas,
      fwb: host.fwb,
      dic: host.dic,
      logDirtyPages: flags.includes('KVM_MEM_LOG_DIRTY_PAGES'),
      readonly: flags.includes('KVM_MEM_READONLY'),
    })
  );
}

/** What a change of the flags of the slot is, and what the hook says to it. */
export interface FlagsAnswer {
  readonly change: MemslotChangeDecision;
  /** Null where the hook is not called, or a type is not known. */
  readonly hook: MemslotDecision | null;
}

/** A change of flags after the slot was made. */
export function askFlags({ kernel, host, one }: Situation): FlagsAnswer {
  const before = one.slot?.flags ?? [];
  const after = one.then?.flags ?? [];
  const logDirtyPages = after.includes('KVM_MEM_LOG_DIRTY_PAGES');
  const change = ask.memslotChange(kernel, {
    oldExists: true,
    oldLogDirty: before.includes('KVM_MEM_LOG_DIRTY_PAGES'),
    oldReadonly: before.includes('KVM_MEM_READONLY'),
    newLogDirty: logDirtyPages,
    newReadonly: after.includes('KVM_MEM_READONLY'),
  });
  const vmas = known(vmasAtFirst(one).map((vma) => modelVma(one, vma)));
  if (change.change === null || vmas === null) return { change, hook: null };
  const { fwb, dic } = host;
  const asked = { change: change.change, vmas, fwb, dic, logDirtyPages };
  return { change, hook: ask.prepareMemoryRegion(kernel, asked) };
}

/** A question about maintenance with its answer. */
export interface MaintenanceAnswer {
  readonly kernel: KernelName;
  readonly asked: AskedMaintenance;
  readonly decision: CacheMaintenanceDecision;
}

/**
 * The maintenance that comes with the mapping of a fault, or with more permissions of the leaf that
 * the mapping before made; null where nothing is mapped.
 */
export function askMaintenance(
  { kernel, host }: Pick<Situation, 'kernel' | 'host'>,
  mapping: FaultDecision['mapping'],
  before: FaultDecision['mapping'],
): MaintenanceAnswer | null {
  if (mapping === null) return null;
  const { action: event, memType, exec: newExec } = mapping;
  const asked: AskedMaintenance = {
    event,
    memType,
    oldLeaf: event === 'map' ? 'invalid' : 'valid',
    oldExec: before?.exec ?? 'none',
    newExec,
    skipCmo: false,
    fwb: host.fwb,
    dic: host.dic,
  };
  return { kernel, asked, decision: ask.cacheMaintenance(kernel, asked) };
}

/** The attributes of the leaf that prot bits become. */
export function askLeaf(
  { kernel, host }: Pick<Situation, 'kernel' | 'host'>,
  prot: readonly string[],
): Stage2AttributesDecision {
  const has = (bit: string) => prot.includes(bit);
  const [el0, el1] = [has('X') || has('UX'), has('X') || has('PX')];
  return ask.stage2Attributes(kernel, {
    device: has('DEVICE'),
    normalNc: has('NORMAL_NC'),
    r: has('R'),
    w: has('W'),
    exec: el0 && el1 ? 'both' : el0 ? 'EL0' : el1 ? 'EL1' : 'none',
    fwb: host.fwb,
    lpa2: host.lpa2 ?? false,
    xnx: el0 !== el1,
  });
}

function known<T>(values: readonly (T | null)[]): T[] | null {
  const found = values.filter((value): value is T & {} => value !== null);
  return found.length === values.length ? found : null;
}

import {
  cacheMaintenance,
  handleFault,
  handleGuestMemfdFault,
  prepareMemoryRegion,
} from '../../../model/index.ts';
import type { FaultDecision, Host, Mapping } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { NO_YES } from '../../form/field.ts';
import type { Values } from '../../form/field.ts';
import { owners } from '../owners/scene.ts';
import type { Owners, Part } from '../owners/scene.ts';
import { seenBy } from '../types/seen.ts';

const KERNEL = 'v7.3';
const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;

const hostOf = (values: Values): Host => ({
  fwb: values['fwb'] === '1',
  dic: values['dic'] === '1',
});

/** Its features in a sentence. */
function inWords({ fwb, dic }: Host): string {
  if (fwb === dic) return fwb ? 'FWB and DIC' : 'neither FWB nor DIC';
  return fwb ? 'FWB, but not DIC' : 'DIC, but not FWB';
}

/** How it ends: a mapping, or where it is refused and with what. */
type Ending =
  { readonly mapping: Mapping } | { readonly at: 'memslot' | 'fault'; readonly errno: string };

function ended({ mapping, errno }: Pick<FaultDecision, 'mapping' | 'errno'>): Ending {
  return mapping === null ? { at: 'fault', errno: errno ?? '' } : { mapping };
}

function endingOf(gmem: boolean, host: Host): Ending {
  if (gmem) return ended(handleGuestMemfdFault(KERNEL, { ...host, access: 'read' }));
  const slot = prepareMemoryRegion(KERNEL, { vmas: [vma], ...host });
  if (slot.errno !== null) return { at: 'memslot', errno: slot.errno };
  return ended(handleFault(KERNEL, { vma, ...host, access: 'read' }));
}

/** What KVM cleans when it makes the mapping, in a sentence. */
function cleaning({ memType }: Mapping, host: Host): string {
  const leaf = { event: 'map', memType, newExec: 'none', ...host } as const;
  return cacheMaintenance(KERNEL, leaf).dcacheMaintained
    ? 'KVM first cleans the page, by its address in the linear map.'
    : 'KVM need not clean: FWB keeps the guest in the cache.';
}

const ASKED: Readonly<Record<'gmem' | 'pfnmap', Part>> = {
  gmem: { name: 'guest_memfd', line: "KVM's file", acts: true },
  pfnmap: { name: 'VMA', line: 'flags, type', acts: true },
};

function frame(values: Values): Frame {
  const gmem = values['memory'] === 'gmem';
  const host = hostOf(values);
  const ending = endingOf(gmem, host);
  const mapped = 'mapping' in ending ? ending.mapping : null;
  const seen = mapped === null ? null : seenBy('wb', mapped.memAttr, host.fwb);
  const scene: Owners = {
    host: [
      { name: 'VMM', line: gmem ? 'may map it' : 'maps it', idle: gmem },
      { name: 'its table', line: "the kernel's", idle: gmem },
      null,
    ],
    deciders: [
      { name: 'KVM', line: gmem ? 'asks its file' : 'asks a VMA', acts: true },
      ASKED[gmem ? 'gmem' : 'pfnmap'],
      null,
    ],
    writer: 0,
    guest: [
      { name: 'guest', line: 'asks for WB' },
      { name: 'stage 1', line: "the guest's" },
      { name: 'stage 2', line: "KVM's" },
    ],
    seen,
    hosted: gmem ? null : 'WB',
    refusal:
      'mapping' in ending
        ? null
        : { verdict: ending.at === 'memslot' ? 'refused' : 'fails', errno: ending.errno },
  };
  const asks = gmem
    ? 'KVM asks a file of its own for the page, and no VMA.'
    : 'KVM asks the VMA of the VMM, which says cacheable and VM_PFNMAP.';
  const how = `The host has ${inWords(host)}.`;
  const end =
    'mapping' in ending
      ? `${cleaning(ending.mapping, host)} The guest's accesses are ${seen}.`
      : `KVM refuses at the ${ending.at} with ${ending.errno}; nothing is mapped.`;
  return {
    svg: owners(scene),
    title: gmem ? 'A page of guest_memfd: no VMA is asked' : "A driver's page: the VMA is asked",
    says: `${asks} ${how} ${end}`,
    verdict: scene.refusal?.verdict ?? 'mapped',
    word: scene.refusal === null ? 'mapped' : scene.refusal.errno,
  };
}

/** Two kinds of guest memory, and what KVM asks about each. */
export const drawing: Drawing = {
  name: 'guest-memfd',
  fields: [
    {
      key: 'memory',
      label: 'Memory',
      shape: 'radio',
      options: [
        ['gmem', 'guest_memfd'],
        ['pfnmap', "a driver's mmap"],
      ],
    },
    { key: 'fwb', label: 'FWB', shape: 'check', options: NO_YES },
    { key: 'dic', label: 'DIC', shape: 'check', options: NO_YES },
  ],
  preset: { memory: 'gmem', fwb: '0', dic: '0' },
  frames: (values) => [frame(values)],
};

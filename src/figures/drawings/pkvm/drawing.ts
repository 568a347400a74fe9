import { checkExtension, handleGuestAbort, prepareMemoryRegion } from '../../../model/index.ts';
import type { MemoryName } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { factList } from '../../show/render-show.ts';
import type { HNode } from '../../show/node.ts';
import type { Values } from '../../form/field.ts';
import { owners } from '../owners/scene.ts';
import type { Owners, Part } from '../owners/scene.ts';
import { seenBy } from '../types/seen.ts';

const KERNEL = 'v7.3';

/** What the host has, as in the chapter: whatever pKVM refuses is not for want of these. */
const HARDWARE = { fwb: true, dic: true } as const;

const PAGES = {
  device: { vma: { vmPfnmap: true, attrIndx: 'MT_NORMAL' }, pfnIsMapMemory: false },
  ram: { vma: {}, pfnIsMapMemory: true },
} as const;

/** The answers to one VM about one page: what it is told before, and what the fault gives. */
function answers(values: Values) {
  const page = PAGES[values['page'] === 'ram' ? 'ram' : 'device'];
  const protectedVm = values['vm'] === 'protected';
  const vm = { ...HARDWARE, pkvmHost: values['vm'] !== 'kvm', protectedVm };
  const fault = handleGuestAbort(KERNEL, { ...page, ...vm, access: 'read' });
  const slot = prepareMemoryRegion(KERNEL, {
    ...HARDWARE,
    vmas: [page.vma],
    protectedVm: protectedVm ? 'created' : 'no',
  });
  const mapping = 'mapping' in fault ? fault.mapping : null;
  const { errno } = fault;
  const seen: MemoryName | null =
    mapping === null ? null : seenBy('wb', mapping.memAttr, HARDWARE.fwb);
  return { capability: checkExtension(KERNEL, vm).ret, slot, errno, seen, vm };
}

const EL2: Part = { name: 'EL2', line: 'looks again', acts: true };

function frame(values: Values): Frame {
  const { errno, seen, vm } = answers(values);
  const page = values['page'] === 'ram' ? 'a page of RAM' : 'a cacheable page of a device';
  const guest = vm.protectedVm ? 'protected VM' : 'VM';
  const scene: Owners = {
    host: [
      { name: 'VMM', line: 'a process' },
      { name: 'its table', line: "the kernel's" },
      vm.pkvmHost ? { name: 'host stage 2', line: "EL2's" } : null,
    ],
    deciders: [
      { name: 'KVM', line: vm.pkvmHost ? 'asks EL2' : 'decides', acts: true },
      vm.pkvmHost ? EL2 : null,
      null,
    ],
    writer: vm.pkvmHost ? 1 : 0,
    guest: [
      { name: 'VM', line: vm.protectedVm ? 'protected' : 'reads' },
      { name: 'stage 1', line: "the guest's" },
      { name: 'stage 2', line: vm.pkvmHost ? "EL2's" : "KVM's" },
    ],
    seen,
    // A page that is given to a protected guest is no longer the host's to read.
    hosted: vm.protectedVm && seen !== null ? null : 'WB',
    refusal: errno === null ? null : { verdict: 'fails', errno },
  };
  const who = vm.pkvmHost
    ? 'KVM asks EL2, which owns the stage 2 of the guest and one for the host itself.'
    : "KVM writes the guest's stage 2 itself; nothing stands under the host's own table.";
  const end =
    errno === null
      ? `The ${guest} reads ${page} as ${seen}.${scene.hosted === null ? ' The host may no longer read it.' : ''}`
      : `The ${guest} reads ${page}, and KVM_RUN fails with ${errno}.`;
  return {
    svg: owners(scene),
    title: vm.pkvmHost ? 'EL2 owns the last table' : 'KVM owns the last table',
    says: `${who} ${end}`,
    verdict: scene.refusal?.verdict ?? 'mapped',
    word: errno ?? 'mapped',
  };
}

function words(values: Values): HNode[] {
  const { capability, slot, errno } = answers(values);
  const list = factList([
    ['capability 243', String(capability)],
    ['memslot', slot.errno ?? slot.verdict],
    ['fault', errno ?? 'mapped'],
  ]);
  return list === null ? [] : [list];
}

/** Three kinds of VM, one machine, and who owns the table that stands before memory. */
export const drawing: Drawing = {
  name: 'pkvm',
  fields: [
    {
      key: 'vm',
      label: 'VM',
      shape: 'radio',
      options: [
        ['kvm', 'without pKVM'],
        ['pkvm', 'on a pKVM host'],
        ['protected', 'protected'],
      ],
    },
    {
      key: 'page',
      label: 'Page',
      shape: 'radio',
      options: [
        ['device', "a device's, cacheable"],
        ['ram', 'RAM'],
      ],
    },
  ],
  preset: { vm: 'pkvm', page: 'device' },
  frames: (values) => [frame(values)],
  words,
};

import { handleFault, prepareMemoryRegion, vmaIsCacheable } from '../../../model/index.ts';
import type { MemoryName } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { NO_YES } from '../../form/field.ts';
import type { Values } from '../../form/field.ts';
import type { HElement } from '../../show/node.ts';
import { box, leaf, picture, sign, text, wire } from '../../stage/parts.ts';
import { seenBy } from '../types/seen.ts';

/** Three regions of two drivers. Sources: NVG734, G-DRV, G-NC for the GPU; N-C4, V3-OLI4 for the BAR. */
const REGIONS = {
  usable: {
    name: 'GPU, usable',
    type: 'WB',
    vma: { vmPfnmap: true, attrIndx: 'MT_NORMAL' },
  },
  reserved: {
    name: 'GPU, reserved',
    type: 'NC',
    vma: { vmPfnmap: true, vmAllowAnyUncached: true, attrIndx: 'MT_NORMAL_NC' },
  },
  bar: {
    name: 'BAR of vfio-pci',
    type: 'Device-nGnRnE',
    vma: { vmPfnmap: true, vmAllowAnyUncached: true, attrIndx: 'MT_DEVICE_nGnRnE' },
  },
} as const;

const STATIONS = [
  ['driver', 'answers mmap()'],
  ['VMA', 'flags and type'],
  ['memslot', 'a range of it'],
  ['stage 2', 'at the fault'],
] as const;

/** How far a region comes, and as what it ends. */
interface Handed {
  readonly region: (typeof REGIONS)[keyof typeof REGIONS];
  readonly errno: string | null;
  readonly memAttr: number | null;
  readonly seen: MemoryName | null;
}

function handed(values: Values): Handed {
  const region = REGIONS[(values['region'] ?? 'usable') as keyof typeof REGIONS];
  const both = values['host'] === '1';
  const host = { fwb: both, dic: both };
  const slot = prepareMemoryRegion('v7.3', { vmas: [region.vma], ...host });
  if (slot.errno !== null) return { region, errno: slot.errno, memAttr: null, seen: null };
  const { mapping } = handleFault('v7.3', { vma: region.vma, ...host, access: 'read' });
  const memAttr = mapping?.memAttr ?? null;
  return { region, errno: null, memAttr, seen: seenBy('wb', memAttr, host.fwb) };
}

const yOf = (i: number): number => 4 + 66 * i;

function draw(at: number, { region, errno, seen }: Handed): HElement {
  const type = region.type as MemoryName;
  return picture(
    yOf(3) + 52,
    ...STATIONS.slice(1).map((_, i) =>
      wire(
        [
          [70, yOf(i) + 46],
          [70, yOf(i + 1)],
        ],
        i < at ? '' : 'sg-dim',
        i === at - 1 && !(errno !== null && at === 2) ? 'to' : null,
      ),
    ),
    ...STATIONS.map(([name, line], i) =>
      box([4, yOf(i), 148, 46], [name, line], i === at ? 'sg-moves' : i > at ? 'sg-dim' : ''),
    ),
    text(172, 13, 'the memory type', 'sg-note'),
    leaf([172, yOf(0) + 14, 184, 20], type),
    leaf([172, yOf(1) + 14, 184, 20], at >= 1 ? type : null),
    text(172, yOf(2) + 28, at >= 2 ? (errno === null ? 'no type of its own' : '') : '', 'sg-note'),
    sign([172, yOf(2) + 14], errno !== null && at >= 2 ? 'refused' : null),
    text(196, yOf(2) + 28, errno !== null && at >= 2 ? errno : '', 'sg-code'),
    leaf([172, yOf(3) + 14, 184, 20], at >= 3 ? seen : null),
  );
}

function frames(values: Values): Frame[] {
  const all = handed(values);
  const { region, errno, seen } = all;
  const cacheable =
    vmaIsCacheable('v7.3', { attrIndx: region.vma.attrIndx }).verdict === 'cacheable';
  const told: Frame[] = [
    {
      svg: draw(0, all),
      title: 'The driver chooses the type',
      says: `The VMM calls mmap() on the device. For ${region.name} the driver chooses ${region.type}; nobody else is asked.`,
    },
    {
      svg: draw(1, all),
      title: 'The VMA carries it',
      says: `The kernel notes the choice in the VMA: VM_PFNMAP, and ${region.type} in vm_page_prot. ${cacheable ? 'For KVM it is cacheable.' : 'For KVM it is not cacheable.'}`,
    },
    {
      svg: draw(2, all),
      title: errno === null ? 'The memslot names the range' : 'The memslot is refused',
      says:
        errno === null
          ? 'The VMM makes a memslot over that range. It gives an address and a size, and no memory type.'
          : `The VMM makes a memslot over that range, and KVM refuses it with ${errno}: the VMA is cacheable, and the host lacks FWB and DIC.`,
      ...(errno === null ? {} : { verdict: 'refused' as const, word: errno }),
    },
  ];
  if (errno !== null || seen === null) return told;
  return [
    ...told,
    {
      svg: draw(3, all),
      title: 'Stage 2 follows the VMA',
      says: `At the first access KVM reads the VMA and writes the leaf. A guest that asks for Write-Back gets ${seen}.`,
      verdict: 'mapped',
      word: `mapped ${seen}`,
    },
  ];
}

/** One hand-over: what the driver's mmap() chose comes to the guest by way of VMA and memslot. */
export const drawing: Drawing = {
  name: 'vfio',
  fields: [
    {
      key: 'region',
      label: 'Region',
      shape: 'radio',
      options: Object.entries(REGIONS).map(([key, { name }]) => [key, name]),
    },
    { key: 'host', label: 'FWB and DIC', shape: 'check', options: NO_YES },
  ],
  preset: { region: 'usable', host: '1' },
  frames,
};

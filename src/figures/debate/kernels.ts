import {
  checkExtension,
  granule,
  handleFault,
  handleGuestMemfdFault,
  handleProtectedFault,
  KERNELS,
  prepareMemoryRegion,
  vmaPageShift,
  VMAS,
} from '../../model/index.ts';
import type { CapabilityInput, FaultInput, Kernel, LeafShift, Vma } from '../../model/index.ts';
import type { Answer, Cell, Row } from './answer.ts';
import { decided, faulted } from './words.ts';

const YES = { fwb: true, dic: true } as const;
const NO = { fwb: false, dic: false } as const;
const HEAD = KERNELS.map((kernel) => `Linux ${kernel.slice(1)}`);

const SIZES: Readonly<Record<number, string>> = { 12: '4 KB', 21: '2 MB', 30: '1 GB' };

/** A row that asks every kernel the same. */
function asked(name: string, ask: (kernel: Kernel) => Cell): Row {
  return { name, cells: KERNELS.map(ask) };
}

const fault = (name: string, input: Omit<FaultInput, 'access'>): Row =>
  asked(name, (kernel) => faulted(handleFault(kernel, { ...input, access: 'read' })));

const slot = (name: string, vma: Vma, rest: { fwb: boolean; dic: boolean; vmHasMte?: boolean }) =>
  asked(name, (kernel) => decided(prepareMemoryRegion(kernel, { vmas: [vma], ...rest })));

/** Memslot and fault of a cacheable page where FWB and DIC are missing. */
export const bothChecks = (): Answer => ({
  caption: 'A cacheable PFNMAP page that is not RAM, on a host with neither FWB nor DIC.',
  head: ['Asked', ...HEAD],
  rows: [
    slot('new memslot', VMAS.cacheable, NO),
    fault('read fault', { vma: VMAS.cacheable, ...NO }),
  ],
});

/** Capability 243 in the cases that were argued about. */
export function capability(): Answer {
  const cases: readonly (readonly [name: string, input: CapabilityInput])[] = [
    ['VM, host with FWB and DIC', YES],
    ['VM, host with FWB alone', { fwb: true, dic: false }],
    ['VM, host with neither', NO],
    ['/dev/kvm, host with FWB and DIC', { ...YES, vmFd: false }],
  ];
  const rows = cases.map(([name, input]) =>
    asked(name, (kernel) => {
      const decision = checkExtension(kernel, input);
      return decided(decision, decision.errno === null ? `${decision.ret}` : 'refused');
    }),
  );
  return { caption: 'What KVM_CHECK_EXTENSION answers for 243.', head: ['Asked', ...HEAD], rows };
}

/** The rules of 26 March 2025, as three kernels have them. */
export const memoryTypes = (): Answer => ({
  caption: 'The type at stage 2 of the first page that is read, for each mapping of the owner.',
  head: ['Mapping of the owner', ...HEAD],
  rows: [
    fault('RAM', { vma: VMAS.cacheable, pfnIsMapMemory: true, ...NO }),
    fault('cacheable, FWB and DIC', { vma: VMAS.cacheable, ...YES }),
    fault('cacheable, FWB alone', { vma: VMAS.cacheable, fwb: true, dic: false }),
    fault('cacheable, neither', { vma: VMAS.cacheable, ...NO }),
    fault('Normal-NC, VM_ALLOW_ANY_UNCACHED', { vma: VMAS['normal-nc'], ...NO }),
    fault('Device', { vma: VMAS.device, ...NO }),
  ],
});

/** Faults that never look at the attribute of a VMA, and one that never comes so far. */
export function withoutVma(): Answer {
  const memfd = handleGuestMemfdFault('v7.3', { ...NO, access: 'read' });
  const type = memfd.mapping === null ? memfd.verdict : `mapped ${memfd.mapping.memType}`;
  const shut = handleProtectedFault('v7.3', { fwb: true, vmPfnmap: true });
  return {
    caption: 'Linux 7.3, a read fault.',
    head: ['Page', 'Answer'],
    rows: [
      { name: 'guest_memfd, host with neither', cells: [decided(memfd, type)] },
      { name: 'PFNMAP in a protected pKVM guest', cells: [decided(shut)] },
    ],
  };
}

/** A new memslot of a VM with MTE, on a host with FWB and DIC. */
export const mte = (): Answer => ({
  caption: 'A new memslot over a cacheable PFNMAP VMA, VM with MTE, host with FWB and DIC.',
  head: ['VMA', ...HEAD],
  rows: [
    slot('without VM_MTE_ALLOWED', VMAS.cacheable, { ...YES, vmHasMte: true }),
    slot(
      'with VM_MTE_ALLOWED',
      { ...VMAS.cacheable, vmMteAllowed: true },
      { ...YES, vmHasMte: true },
    ),
  ],
});

/** The size of a mapping, where the VMA and the leaf of the host say different things. */
export function contiguity(): Answer {
  const size = (kernel: Kernel, hostMappingShift: LeafShift): Cell => {
    const place = { vmPfnmap: true, vmStart: 0, vmEnd: 512, hva: 5 };
    const offer = vmaPageShift(kernel, place).shift ?? 12;
    const options = { vma: VMAS.cacheable, vmaPageShift: offer, hostMappingShift };
    const decision = granule(kernel, options);
    const { verdict, shift } = decision;
    return decided(decision, `${verdict} ${shift === null ? '' : SIZES[shift]}`);
  };
  return {
    caption: 'The first write, to the sixth page of a cacheable PFNMAP VMA of 2 MB.',
    head: ['Leaf of the host', ...HEAD],
    rows: [
      asked('4 KB', (kernel) => size(kernel, 12)),
      asked('2 MB', (kernel) => size(kernel, 21)),
    ],
  };
}

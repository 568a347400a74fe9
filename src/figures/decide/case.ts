import { kernelMeant, releaseInWords } from '../../model/index.ts';
import { ATTR_INDX_NAMES, KERNELS } from '../../model/usual.ts';
import type { AttrIndx, FaultInput, Kernel, Vma } from '../../model/index.ts';
import { NO_YES } from '../form/field.ts';
import type { Field, Values } from '../form/field.ts';
import { AFTER } from '../series.ts';

const VMA_KINDS = [
  ['pfnmap', 'VM_PFNMAP'],
  ['mixedmap', 'VM_MIXEDMAP, VM_IO'],
  ['neither', 'neither'],
] as const;
const ACCESSES = [
  ['read', 'read'],
  ['write', 'write'],
  ['exec', 'exec'],
] as const;

export const KERNEL: Field = {
  key: 'kernel',
  label: 'Kernel',
  shape: 'radio',
  options: KERNELS.map((kernel) => [kernel, kernel]),
  expected: `${KERNELS.join(', ')}, or a release such as 6.12`,
  read: (text) => {
    const { rules, release } = kernelMeant(text);
    if (rules === null) return null;
    return release ? { value: rules, say: releaseInWords(release) } : { value: rules };
  },
};

/** What the owner of the memory chose. */
export const OWNER: readonly Field[] = [
  { key: 'vma', label: 'VMA flag', shape: 'radio', options: VMA_KINDS },
  {
    key: 'type',
    label: 'Type in vm_page_prot',
    shape: 'select',
    options: ATTR_INDX_NAMES.map((name, i) => [name, `${i} ${name}`]),
  },
  { key: 'uncached', label: 'VM_ALLOW_ANY_UNCACHED', shape: 'check', options: NO_YES },
  { key: 'linear', label: 'the frame is RAM', shape: 'check', options: NO_YES },
];

/** What the processors of the host have, every one of them. */
export const HOST: readonly Field[] = [
  { key: 'fwb', label: 'FWB', shape: 'check', options: NO_YES },
  { key: 'dic', label: 'DIC', shape: 'check', options: NO_YES },
];

/** What the guest does. */
export const GUEST: readonly Field[] = [
  { key: 'access', label: 'Access', shape: 'radio', options: ACCESSES },
];

/** Every choice of the figure. */
export const FIELDS: readonly Field[] = [KERNEL, ...OWNER, ...HOST, ...GUEST];

/** The case of the founding mail, asked of the first kernel that has the landed policy. */
export const PRESET: Values = {
  kernel: AFTER,
  vma: 'pfnmap',
  type: ATTR_INDX_NAMES[0],
  uncached: '0',
  linear: '0',
  fwb: '0',
  dic: '0',
  access: 'read',
};

/** The VMA of a case, as the model takes it. A raw frame of a VM_MIXEDMAP is found with VM_IO only. */
export const vmaOf = (v: Values): Vma => ({
  vmPfnmap: v['vma'] === 'pfnmap',
  vmMixedmap: v['vma'] === 'mixedmap',
  vmIo: v['vma'] === 'mixedmap',
  vmAllowAnyUncached: v['uncached'] === '1',
  attrIndx: v['type'] as AttrIndx,
});

/** The fault of a case, as the model takes it. */
export const faultOf = (v: Values): FaultInput => ({
  vma: vmaOf(v),
  pfnIsMapMemory: v['linear'] === '1',
  fwb: v['fwb'] === '1',
  dic: v['dic'] === '1',
  access: v['access'] as FaultInput['access'],
});

/** The kernel that the reader looks at. */
export const kernelOf = (v: Values): Kernel => v['kernel'] as Kernel;

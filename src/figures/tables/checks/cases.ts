import type {
  FaultInput,
  GuestAbortInput,
  MemslotChangeInput,
  MemslotInput,
  Vma,
} from '../../../model/index.ts';

/** One of each list, put together: every input that takes one part from each. */
function product<T>(...axes: readonly (readonly Partial<T>[])[]): T[] {
  let inputs: Partial<T>[] = [{}];
  for (const axis of axes)
    inputs = inputs.flatMap((input) => axis.map((part) => ({ ...input, ...part })));
  return inputs as T[];
}

const either = <K extends string>(name: K): Record<K, boolean>[] =>
  [false, true].map((value) => ({ [name]: value }) as Record<K, boolean>);

/** VMAs that the checks tell apart; of the types one that is cacheable and one that is not. */
const VMAS: readonly Vma[] = [
  {},
  { vmPfnmap: true },
  { vmPfnmap: true, vmMteAllowed: true },
  { vmPfnmap: true, attrIndx: 'MT_DEVICE_nGnRE' },
];
const HOSTS = [
  { fwb: false, dic: false },
  { fwb: true, dic: true },
];

const SLOTS: readonly Partial<GuestAbortInput>[] = [
  {},
  { memslot: 'none' },
  { memslot: 'guestMemfd' },
];

/** What can go wrong in the handlers of an abort. */
const MISHAPS: readonly Partial<GuestAbortInput>[] = [
  { pfnLookup: 'hwpoison' },
  { pfnLookup: 'error' },
  { invalidateRetry: true },
  { memcacheTopUp: 'fails' },
  { swapBacked: false },
  ...(['EFAULT', 'EIO', 'ENOMEM', 'EPERM', 'EINVAL'] as const).map((getPfn) => ({ getPfn })),
];

/** Aborts that no page can answer. */
const ABORTS: readonly Partial<GuestAbortInput>[] = [
  { faultStatus: 'alignment' },
  { ipa: 'beyondVm' },
  { ipa: 'beyondHost' },
  { isv: false },
  { isv: false, nisvToUser: true },
  { loadStore64: true },
  { faultStatus: 'sea' },
  { faultStatus: 'sea', seaToUser: true },
  { faultStatus: 'seaWalk', seaToUser: true },
  { faultStatus: 'sea', hostClaimsSea: true },
  { faultStatus: 'sea', ras: false },
  { faultStatus: 'sea', vncrAccess: true },
];

/** Aborts of every page and access, by what else is told of them. */
const abortsBy = (...axes: readonly (readonly Partial<GuestAbortInput>[])[]): GuestAbortInput[] =>
  product<GuestAbortInput>(
    VMAS.map((vma) => ({ vma })),
    [{ fwb: true, dic: true }],
    [{ access: 'read' }, { access: 'write' }, { access: 'exec' }],
    ...axes,
  );

/** Inputs that lead through every check of a question; a test holds that others lead no further. */
export const CASES = {
  memslotChange: (): MemslotChangeInput[] =>
    product<MemslotChangeInput>(
      either('oldExists'),
      either('sizeZero'),
      [{}, { userspaceAddrDiffers: true }, { baseGfnDiffers: true }, { newLogDirty: true }],
      [{}, { newGuestMemfd: true }, { unknownFlag: true }, { badGeometry: true }],
      either('overlap'),
    ),
  prepareMemoryRegion: (): MemslotInput[] =>
    product<MemslotInput>(
      [{ vmas: [] }, ...VMAS.map((vma) => ({ vmas: [vma] }))],
      HOSTS,
      [{}, { change: 'DELETE' }, { change: 'MOVE' }],
      either('logDirtyPages'),
      either('vmHasMte'),
      either('beyondIpa'),
      [{}, { guestMemfd: 'notGmemOnly' }, { guestMemfd: 'gmemOnly' }],
      [{}, { protectedVm: 'created' }],
    ),
  handleFault: (): FaultInput[] =>
    product<FaultInput>(
      [{ vma: null }, ...VMAS.map((vma) => ({ vma }))],
      HOSTS,
      [{ access: 'read' }, { access: 'write' }, { access: 'exec' }],
      either('pfnIsMapMemory'),
      either('permissionFault'),
      either('vmHasMte'),
      [{}, { pfnLookup: 'hwpoison' }, { pfnLookup: 'error' }, { invalidateRetry: true }],
      either('exclAtomicFault'),
      [{ size: null }, { size: {} }, { size: { hostWalkFails: true } }],
      [{ nested: null }, { nested: {} }],
    ),
  // What goes wrong in the handlers meets no abort that never comes to them.
  handleGuestAbort: (): GuestAbortInput[] => [
    ...abortsBy(
      [{}, { faultStatus: 'permission' }],
      SLOTS,
      either('slotReadonly'),
      either('protectedVm'),
      [{}, { pkvmHost: true }, ...MISHAPS],
    ),
    ...abortsBy(
      [{}, { faultStatus: 'permission' }, { faultStatus: 'accessFlag' }, ...ABORTS],
      SLOTS,
      either('slotReadonly'),
      [{}, { stage1Walk: true }, { cacheInstruction: true }],
      either('protectedVm'),
    ),
  ],
} as const;

/** The questions whose checks can be put in order. */
export type OrderedQuestion = keyof typeof CASES;

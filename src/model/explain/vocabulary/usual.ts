import { attrIndxName } from '../../kvm/vma/attr-indx.ts';
import { bits, hex } from '../digits.ts';
import { executable, flag, is, set, size, type Vocabulary } from './wording.ts';

const ACCESSES: Readonly<Record<string, string>> = {
  read: 'a read',
  write: 'a write',
  exec: 'an instruction fetch',
  data: 'a data access',
  instruction: 'an instruction fetch',
};

/** How the inputs of the usual questions are said. */
export const USUAL_WORDS: Vocabulary = {
  access: (value) => `the access is ${ACCESSES[String(value)] ?? String(value)}`,
  attrIndx: (value) => `AttrIndx is ${String(value)}, ${attrIndxName(Number(value))}`,
  beyondIpa: flag('the slot ends beyond the IPA space', 'the slot ends inside the IPA space'),
  change: is('the change'),
  dic: flag('DIC is present', 'DIC is missing'),
  dirtyLogging: flag('the slot is logged', 'the slot is not logged'),
  entryAttrIndx: (value) => `the entry has ${String(value)}, ${attrIndxName(Number(value))}`,
  exclAtomicFault: flag('the fault status says so', 'the fault status says something else'),
  extension: (value) => `number ${String(value)} is unknown`,
  faultGranuleShift: size('the leaf that faulted'),
  fnxs: set('FnXS'),
  forceNoncacheable: flag('the leaf must not be cacheable', 'the leaf may be cacheable'),
  forcePage: flag('the page is forced', 'the page is not forced'),
  fwb: flag('FWB is present', 'FWB is missing'),
  guestMemfd: (value) =>
    value === 'none' ? 'the slot has no guest_memfd' : `guest_memfd is ${String(value)}`,
  hostMappingShift: size('the leaf of user space'),
  hostWalkFails: flag('the walk has to be repeated', 'the walk succeeded'),
  invalidateRetry: flag('one raced with the fault', 'none raced with the fault'),
  l1BlockShift: (value) => `the L1 leaf maps 2^${String(value)} bytes`,
  l1Exec: executable('the L1 leaf'),
  l1Readable: flag('the L1 leaf is readable', 'the L1 leaf is not readable'),
  l1Writable: flag('the L1 leaf is writable', 'the L1 leaf is not writable'),
  logDirtyPages: flag(
    'the new slot asks for dirty logging',
    'the new slot asks for no dirty logging',
  ),
  memType: is('the memory type'),
  mtePerm: flag('FEAT_MTE_PERM is present', 'FEAT_MTE_PERM is missing'),
  permissionFault: flag('it is a permission fault', 'it is a translation fault'),
  pfnIsMapMemory: flag('the page is RAM', 'the page is not RAM'),
  pfnLookup: (value) => `the lookup gave ${String(value)}`,
  pkvmHost: flag('the host runs pKVM', 'the host does not run pKVM'),
  protectedVm: (value) =>
    value === true || value === 'created' || value === 'notCreated'
      ? 'the VM is protected'
      : 'the VM is not protected',
  readonly: flag('the new slot is read-only', 'the new slot is not read-only'),
  s1Attr: (value) => `the byte is ${hex(value)}`,
  s1Sh: (value) => `stage 1 says ${String(value)}`,
  s2MemAttr: (value) => `MemAttr is ${bits(value)}`,
  s2Sh: (value) => `stage 2 says ${String(value)}`,
  shift: size('the size'),
  slotMaxShift: size('the largest block of the slot'),
  stage1: is('stage 1'),
  stage1Inner: is('the inner hint of stage 1'),
  stage1Outer: is('the outer hint of stage 1'),
  stage1Xs: flag('XS of stage 1 is 1', 'XS of stage 1 is 0'),
  stage2: is('stage 2'),
  tagged: flag('the result is Tagged', 'the result is not Tagged'),
  type: is('the result'),
  vmAllowAnyUncached: set('VM_ALLOW_ANY_UNCACHED'),
  vmaPageShift: size('what the VMA offers'),
  vmaMissing: flag('there is none', 'there is one'),
  vmas: (value) => (value === 1 ? 'one was given' : `${String(value)} were given`),
  vmFd: flag('the question is asked on a VM', 'the question is asked on /dev/kvm'),
  vmHasMte: flag('the VM has MTE', 'the VM has no MTE'),
  vmMixedmap: set('VM_MIXEDMAP'),
  vmMteAllowed: set('VM_MTE_ALLOWED'),
  vmPfnmap: set('VM_PFNMAP'),
  writable: flag('the page is writable here', 'the page is not writable here'),
};

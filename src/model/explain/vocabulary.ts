import type { StepValue } from '../base/step.ts';
import { attrIndxName } from '../kvm/vma/attr-indx.ts';
import { PAGE_VOCABULARY } from './page-vocabulary.ts';
import { flag, is, set, type Words } from './wording.ts';

const ACCESSES: Readonly<Record<string, string>> = {
  read: 'a read',
  write: 'a write',
  exec: 'an instruction fetch',
  data: 'a data access',
  instruction: 'an instruction fetch',
};

/** How each input of a step is said. */
export const VOCABULARY: Readonly<Record<string, Words>> = {
  ...PAGE_VOCABULARY,
  access: (value) => `the access is ${ACCESSES[String(value)] ?? String(value)}`,
  attrIndx: (value) => `AttrIndx is ${String(value)}, ${attrIndxName(Number(value))}`,
  badGeometry: flag('the geometry is wrong', 'the geometry is right'),
  baseGfnDiffers: flag('base_gfn differs', 'base_gfn is the same'),
  beyondIpa: flag('the slot ends beyond the IPA space', 'the slot ends inside the IPA space'),
  cacheableWrites: flag(
    'somebody wrote through a cacheable mapping',
    'nobody wrote through a cacheable mapping',
  ),
  change: is('the change'),
  cleanToPoC: flag('a clean to the PoC covers it', 'no clean to the PoC covers it'),
  dic: flag('DIC is present', 'DIC is missing'),
  dirtyLogging: flag('the slot is logged', 'the slot is not logged'),
  effectiveIdc: flag('the effective IDC is 1', 'the effective IDC is 0'),
  exclAtomicFault: flag('the fault status says so', 'the fault status says something else'),
  executable: flag('the mapping is executable', 'the mapping is not executable'),
  extension: (value) => `number ${String(value)} is unknown`,
  fault: (value) => `the fault is ${String(value)}`,
  fnxs: set('FnXS'),
  forceNoncacheable: flag('the leaf must not be cacheable', 'the leaf may be cacheable'),
  fwb: flag('FWB is present', 'FWB is missing'),
  guestMemfd: (value) =>
    value === 'none' ? 'the slot has no guest_memfd' : `guest_memfd is ${String(value)}`,
  hpfarWritten: flag('HPFAR_EL2 holds the page', 'HPFAR_EL2 was not written'),
  invalidateRetry: flag('one raced with the fault', 'none raced with the fault'),
  logDirtyPages: flag(
    'the new slot asks for dirty logging',
    'the new slot asks for no dirty logging',
  ),
  mayBypassCaches: flag('accesses may go around the caches', 'no access goes around the caches'),
  memType: is('the memory type'),
  mtePerm: flag('FEAT_MTE_PERM is present', 'FEAT_MTE_PERM is missing'),
  newGuestMemfd: flag('GUEST_MEMFD is requested', 'GUEST_MEMFD is not requested'),
  newLogDirty: flag('LOG_DIRTY_PAGES is requested', 'LOG_DIRTY_PAGES is not requested'),
  newReadonly: flag('READONLY is requested', 'READONLY is not requested'),
  npagesDiffers: flag('the size differs', 'the size is the same'),
  oldExists: flag('the slot exists', 'the slot does not exist'),
  oldGuestMemfd: flag('the old slot has GUEST_MEMFD', 'the old slot has no GUEST_MEMFD'),
  oldLogDirty: flag('the old slot is logged', 'the old slot is not logged'),
  oldReadonly: flag('the old slot is read-only', 'the old slot is not read-only'),
  onStage1Walk: flag('it was on a stage-1 table walk', 'it was not on a stage-1 table walk'),
  overlap: flag('it overlaps another slot', 'it overlaps no other slot'),
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
  sizeZero: flag('the size is 0', 'the size is not 0'),
  stage1: is('stage 1'),
  stage2: is('stage 2'),
  stage1Inner: is('the inner hint of stage 1'),
  stage1Outer: is('the outer hint of stage 1'),
  stage1Xs: flag('XS of stage 1 is 1', 'XS of stage 1 is 0'),
  tagged: flag('the result is Tagged', 'the result is not Tagged'),
  type: is('the result'),
  unknownFlag: flag('a flag is unknown', 'every flag is known'),
  userspaceAddrDiffers: flag('userspace_addr differs', 'userspace_addr is the same'),
  vmas: (value) => (value === 1 ? 'one was given' : `${String(value)} were given`),
  vmaMissing: flag('there is none', 'there is one'),
  vmAllowAnyUncached: set('VM_ALLOW_ANY_UNCACHED'),
  vmFd: flag('the question is asked on a VM', 'the question is asked on /dev/kvm'),
  vmHasMte: flag('the VM has MTE', 'the VM has no MTE'),
  vmMixedmap: set('VM_MIXEDMAP'),
  vmMteAllowed: set('VM_MTE_ALLOWED'),
  vmPfnmap: set('VM_PFNMAP'),
  writable: flag('the page is writable here', 'the page is not writable here'),
};

/** The inputs of a step as one phrase; empty where it looked at nothing. */
export function inputsInWords(inputs: Readonly<Record<string, StepValue>>): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(inputs)) {
    if (value === null || name === 'vma') continue; // the place of the step names the VMA
    const words = Object.hasOwn(VOCABULARY, name) ? VOCABULARY[name] : undefined;
    parts.push(words ? words(value) : `${name} is ${String(value)}`);
  }
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** A number as 0x and two digits at least. */
export function hex(value: unknown): string {
  return `0x${Number(value).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A four-bit field as 0b and its bits. */
export function bits(value: unknown): string {
  return `0b${Number(value).toString(2).padStart(4, '0')}`;
}

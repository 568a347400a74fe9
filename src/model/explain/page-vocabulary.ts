import { shiftName } from '../kvm/granule/shifts.ts';
import { flag, is, said, set, type Words } from './wording.ts';

const executable = (what: string): Words =>
  said({
    none: `${what} is not executable`,
    EL0: `${what} is executable at EL0 only`,
    EL1: `${what} is executable at EL1 only`,
    both: `${what} is executable`,
  });
const size =
  (what: string): Words =>
  (value) =>
    `${what} is ${shiftName(Number(value))}`;
const page =
  (what: string): Words =>
  (value) =>
    `${what} is page 0x${Number(value).toString(16).toUpperCase()}`;

/** How the inputs about page tables, sizes and the fault around them are said. */
export const PAGE_VOCABULARY: Readonly<Record<string, Words>> = {
  acrossBorder: flag('the range crosses a border of memory', 'the range crosses no border'),
  asStage1: flag('the table is that of the pKVM host', 'the table is that of a guest'),
  badSize: flag('the size is bad', 'the size is good'),
  baseGfn: page('the guest address of the slot'),
  beyondHostRange: flag('the PFN lies beyond the range', 'the PFN lies in the range'),
  cacheInstruction: flag('it is cache maintenance', 'it is no cache maintenance'),
  device: flag('Device is asked for', 'Device is not asked for'),
  exec: executable('the leaf'),
  faultGranuleShift: size('the leaf that faulted'),
  faultStatus: said({
    translation: 'it is a translation fault',
    permission: 'it is a permission fault',
    accessFlag: 'it is an access flag fault',
    exclAtomic: 'it is an unsupported exclusive or atomic access',
    other: 'the fault status is another one',
  }),
  forcePage: flag('the page is forced', 'the page is not forced'),
  getPfn: (value) => (value === 'ok' ? 'the page was found' : `it returned ${String(value)}`),
  handlerRet: is('the result'),
  hasRun: flag('the vCPU has run before', 'the vCPU has not run'),
  hostMappingShift: size('the leaf of user space'),
  hostWalkFails: flag('the walk has to be repeated', 'the walk succeeded'),
  hugetlb: flag('the VMA is hugetlb', 'the VMA is not hugetlb'),
  hugetlbShift: size('its page'),
  hva: page('the address that faulted'),
  l1BlockShift: (value) => `the L1 leaf maps 2^${String(value)} bytes`,
  l1Exec: executable('the L1 leaf'),
  l1Readable: flag('the L1 leaf is readable', 'the L1 leaf is not readable'),
  l1Writable: flag('the L1 leaf is writable', 'the L1 leaf is not writable'),
  lpa2: flag('LPA2 is in use', 'LPA2 is not in use'),
  memcacheTopUp: said({ ok: 'there are pages', fails: 'there are no pages' }),
  memslot: said({
    none: 'there is no memslot',
    userspace: 'the memslot has memory of user space',
    guestMemfd: 'the memslot has guest_memfd',
  }),
  newExec: executable('the request'),
  noFwb: flag('the table is that of the pKVM host', 'the table is that of a guest'),
  normalNc: flag('Normal Non-cacheable is asked for', 'Normal Non-cacheable is not asked for'),
  nowEnabled: flag('the caches are on now', 'the caches are off now'),
  npages: (value) => `the slot has ${String(value)} pages`,
  oldExec: executable('the old leaf'),
  oldLeaf: said({
    invalid: 'there was no leaf',
    valid: 'there was a leaf',
    samePa: 'the leaf maps the same page',
  }),
  pa: page('the physical address that vm_pgoff gives'),
  pin: said({ ok: 'it was pinned', hwpoison: 'it is poisoned', fails: 'it was not pinned' }),
  r: flag('reads are asked for', 'reads are not asked for'),
  region: said({
    memory: 'there is memory',
    nomap: 'the memory is marked NOMAP',
    'not-memory': 'there is no memory',
  }),
  shift: size('the size'),
  skipCmo: flag('the walk leaves maintenance out', 'the walk does not leave maintenance out'),
  slotMaxShift: size('the largest block of the slot'),
  slotReadonly: flag('the slot is read-only', 'the slot is not read-only'),
  software: (value) => `the software bits are 0b${Number(value).toString(2).padStart(4, '0')}`,
  stage1Walk: flag("it is a walk of the guest's table", "it is no walk of the guest's table"),
  swapBacked: flag('the folio is swap-backed', 'the folio is not swap-backed'),
  tvm: set('TVM'),
  userspace: page('the slot in user space'),
  vmEnd: page('the end of the VMA'),
  vmStart: page('the start of the VMA'),
  w: flag('writes are asked for', 'writes are not asked for'),
  wasEnabled: flag('the caches were on before', 'the caches were off before'),
  xnx: flag('FEAT_XNX is present', 'FEAT_XNX is missing'),
};

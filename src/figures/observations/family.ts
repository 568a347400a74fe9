import type { RecordedCase } from '../../observations/schema.ts';

/** Cases that ask about one thing. */
export interface Family {
  /** Its name in addresses, and the id of its section. */
  readonly slug: string;
  readonly heading: string;
  /** What the cases have in common, as a sentence. */
  readonly about: string;
  /** It combines what others ask one by one, and is opened when it is wanted. */
  readonly folded?: true;
}

type Test = (one: RecordedCase) => boolean;

const has =
  (flag: string): Test =>
  ({ vma }) =>
    vma.flags.includes(flag);
const outside: Test = ({ vma }) => vma.memory === 'hole';
const logs: Test = ({ slot, then }) =>
  [...(slot?.flags ?? []), ...(then?.flags ?? [])].includes('KVM_MEM_LOG_DIRTY_PAGES');

/** The first family whose test a case passes is its own; the plain ones come last here. */
const TESTS: readonly (readonly [slug: string, test: Test])[] = [
  ['driver', ({ vma, then }) => [vma, then?.vma].some((one) => one?.by === 'device')],
  ['entries', ({ vma, then }) => [vma, then?.vma].some((one) => one?.entry != null)],
  ['two', ({ second }) => second !== null],
  ['replaced', ({ then }) => then?.move === 'replace'],
  ['dirty', logs],
  ['read-only', ({ slot }) => slot?.flags.includes('KVM_MEM_READONLY') ?? false],
  ['repeated', ({ vma }) => vma.frames === 'repeated'],
  ['inserted', ({ vma }) => vma.by === 'page'],
  ['pfnmap', (one) => has('VM_PFNMAP')(one) && outside(one)],
  ['mixedmap', (one) => has('VM_MIXEDMAP')(one) && outside(one)],
  ['pfnmap-ram', has('VM_PFNMAP')],
  ['mixedmap-ram', has('VM_MIXEDMAP')],
  ['ordinary', () => true],
];

/** The families in the order in which they are read: the plain ones first. */
export const FAMILIES: readonly Family[] = [
  {
    slug: 'pfnmap',
    heading: 'VM_PFNMAP, outside the linear map',
    about: 'Memory that the kernel’s own map leaves out, as it leaves out that of devices.',
  },
  {
    slug: 'mixedmap',
    heading: 'VM_MIXEDMAP, outside the linear map',
    about: 'The same memory, put in at the fault under the other flag.',
  },
  {
    slug: 'pfnmap-ram',
    heading: 'VM_PFNMAP over RAM',
    about: 'A driver maps RAM; the kernel’s own map has the same pages, cacheable.',
  },
  {
    slug: 'mixedmap-ram',
    heading: 'VM_MIXEDMAP over RAM',
    about: 'The same RAM, put in at the fault under the other flag.',
  },
  {
    slug: 'inserted',
    heading: 'Pages put in by vm_insert_page()',
    about: 'Ordinary pages of RAM in the VMA of a driver, each with its struct page.',
  },
  { slug: 'ordinary', heading: 'Anonymous memory', about: 'Memory from mmap() without a file.' },
  {
    slug: 'dirty',
    heading: 'Dirty logging',
    about:
      'The slot logs dirty pages: at once, or later by a change of its flags. Here and below, memory is outside the linear map, VM_PFNMAP is filled at mmap() and VM_MIXEDMAP at the fault, where nothing else is said.',
  },
  {
    slug: 'read-only',
    heading: 'Read-only slots',
    about: 'The slot is made with KVM_MEM_READONLY.',
  },
  {
    slug: 'replaced',
    heading: 'Replaced under the slot',
    folded: true,
    about: 'Once the slot is there, another VMA is put in the place of the first.',
  },
  {
    slug: 'two',
    heading: 'Two VMAs under one slot',
    folded: true,
    about: 'The slot spans two VMAs, and the guest touches one of them.',
  },
  {
    slug: 'entries',
    heading: 'Entries typed by themselves',
    folded: true,
    about: 'A fault handler makes its entries of another type than the VMA.',
  },
  {
    slug: 'repeated',
    heading: 'Frames that repeat',
    about: 'The second half of a VMA of 2 MiB shows the frames of the first half once more.',
  },
  {
    slug: 'driver',
    heading: 'The memory of a graphics driver',
    about: 'The card’s own memory, as the driver of the kernel maps it for user space.',
  },
];

/** The slug of the family of a case. */
export const familyOf = (one: RecordedCase): string =>
  TESTS.find(([, test]) => test(one))?.[0] ?? 'ordinary';

import type { Subject } from './case/subject.ts';
import type { ReasonId } from './reasons/reason.ts';

/** What an error leaves: the reasons of one end of one call, in the order in which to try them. */
interface Row {
  readonly of: Subject;
  /** How it ended; null for any end. */
  readonly ends: readonly string[] | null;
  readonly leaves: readonly ReasonId[];
}

const MEMSLOT_EINVAL = [
  'slot-alignment',
  'slot-existing',
  'slot-mte',
  'slot-dirty-log',
  'slot-cacheable',
  'slot-gmem',
  'slot-flags',
] as const;
const RUN_EFAULT = [
  'run-alignment',
  'run-status',
  'run-no-page',
  'run-cacheable',
  'run-no-vma',
  'run-mte',
  'run-gmem',
  'run-pin',
] as const;

/** The list of the field: which reasons an error, an exit, an answer or a kind of fault leaves. */
export const ROWS: readonly Row[] = [
  { of: 'memslot', ends: ['EINVAL'], leaves: MEMSLOT_EINVAL },
  { of: 'memslot', ends: ['EEXIST'], leaves: ['slot-overlap', 'slot-gmem'] },
  { of: 'memslot', ends: ['EFAULT'], leaves: ['slot-ipa'] },
  { of: 'memslot', ends: ['EPERM'], leaves: ['slot-pkvm'] },
  { of: 'run', ends: ['EFAULT'], leaves: RUN_EFAULT },
  { of: 'run', ends: ['EPERM', 'EINVAL'], leaves: ['run-pkvm', 'run-vcpu'] },
  { of: 'run', ends: ['ENOEXEC'], leaves: ['run-vcpu'] },
  { of: 'run', ends: ['ENOSYS', 'KVM_EXIT_ARM_NISV'], leaves: ['run-no-syndrome'] },
  { of: 'run', ends: ['KVM_EXIT_MEMORY_FAULT'], leaves: ['run-gmem'] },
  { of: 'run', ends: ['KVM_EXIT_ARM_SEA'], leaves: ['run-external-abort'] },
  { of: 'log', ends: ['serror'], leaves: ['run-external-abort', 'not-kvm-driver'] },
  { of: 'log', ends: ['address-size'], leaves: ['run-size', 'not-kvm-driver'] },
  { of: 'log', ends: ['alignment'], leaves: ['guest-own-device', 'not-kvm-driver'] },
  {
    of: 'log',
    ends: ['external-abort'],
    leaves: ['run-external-abort', 'run-size', 'not-kvm-driver'],
  },
  { of: 'absent', ends: null, leaves: ['no-kvm'] },
  { of: 'denied', ends: null, leaves: ['kvm-rights'] },
  { of: 'vm', ends: null, leaves: ['vm-create'] },
  { of: 'gmem', ends: ['EINVAL', 'EACCES'], leaves: ['gmem-create'] },
  { of: 'check', ends: ['EINVAL'], leaves: ['cap-wrong-fd'] },
  { of: 'check', ends: ['1'], leaves: ['cap-yes'] },
  {
    of: 'check',
    ends: ['0'],
    leaves: ['cap-missing-feature', 'cap-unknown-number', 'cap-protected'],
  },
  { of: 'iommu', ends: null, leaves: ['not-kvm-iommu-map'] },
  { of: 'vcpu', ends: null, leaves: ['run-vcpu'] },
  { of: 'bind', ends: null, leaves: ['not-kvm-vfio-bind'] },
  {
    of: 'signal',
    ends: ['ADRERR', 'OBJERR', 'MCEERR_AR', 'MCEERR_AO'],
    leaves: ['not-kvm-sigbus'],
  },
  { of: 'signal', ends: ['ADRALN'], leaves: ['guest-own-device', 'not-kvm-driver'] },
  { of: 'fault', ends: null, leaves: ['ordinary-fault'] },
  { of: 'number', ends: null, leaves: ['decode-only'] },
  { of: 'ring', ends: null, leaves: ['guest-ring-uncached'] },
  { of: 'quiet', ends: null, leaves: ['silent-device', 'guest-ring-uncached', 'guest-own-device'] },
  // An error without its call: what a person means by it is mostly a call on memory.
  { of: 'errno', ends: ['EFAULT'], leaves: [...RUN_EFAULT, 'slot-ipa', 'not-kvm-iommu-map'] },
  {
    of: 'errno',
    ends: ['EINVAL'],
    leaves: [
      ...MEMSLOT_EINVAL,
      'cap-wrong-fd',
      'run-pkvm',
      'run-vcpu',
      'not-kvm-iommu-map',
      'not-kvm-vfio-bind',
    ],
  },
];

/** The order in which the kernel asks: where several checks are sure to fail, the first gave the error. */
export const CHECK_ORDER: readonly ReasonId[] = [
  'slot-flags',
  'slot-alignment',
  'slot-existing',
  'slot-overlap',
  'slot-gmem',
  'slot-mte',
  'slot-dirty-log',
  'slot-cacheable',
];

const CALLS: ReadonlySet<Subject> = new Set(['memslot', 'run', 'iommu']);

/** What an end of a subject leaves, in the order of trying. */
export function leavesOf(of: Subject, end: string | null): readonly ReasonId[] {
  const own = ROWS.filter((row) => row.of === of && fits(row, end));
  const found = own.length === 0 && of === 'errno' ? ROWS.filter((row) => hasError(row, end)) : own;
  return [...new Set(found.flatMap(({ leaves }) => leaves))];
}

/** Reasons that look like those of a complaint: all of its subject, and those with the same error. */
export function relativesOf(of: Subject, end: string | null): readonly ReasonId[] {
  const kin: readonly Subject[] = of === 'log' || of === 'signal' ? ['log', 'signal'] : [of];
  const rows = ROWS.filter((row) => kin.includes(row.of) || (end !== null && hasError(row, end)));
  const ids = rows.flatMap(({ leaves }) => leaves);
  const alignment: ReasonId[] = kin.length > 1 ? ['run-alignment', 'run-status'] : [];
  return [...new Set([...ids, ...alignment])];
}

function fits({ ends }: Row, end: string | null): boolean {
  return ends === null || end === null || ends.includes(end);
}

function hasError({ of, ends }: Row, end: string | null): boolean {
  return CALLS.has(of) && end !== null && (ends?.includes(end) ?? /^E[A-Z]/.test(end));
}

import { KERNELS } from '../model/index.ts';
import { compareVisible } from './compare-probe.ts';
import { whyNotHeld } from './kernel.ts';
import { asRecorded, type ProbeRun } from './probe.ts';
import { questionOf } from './probe-question.ts';
import {
  hostName,
  VISIBLE,
  type PackedRow,
  type ProbeAnswers,
  type ProbeRow,
} from './probe-rows.ts';
import { GUEST_OPS } from './protocol.ts';
import type { Recorded, RecordedCase } from './schema.ts';

/** A release of which no rule set is confirmed. */
const UNREAD = '5.0';
const BOTH = [true, false] as const;
const MODES = ['VHE', 'protected'] as const;

/** What the model answers to all that the probe asks, on every host; computed when the site is built. */
export function probeAnswers(): ProbeAnswers {
  const [texts, rows, lists] = [
    new Places<string>(),
    new Places<PackedRow>(),
    new Places<number[]>(),
  ];
  const cases = casesOfProbe();
  const pack = ({ point, model, why, steps }: ProbeRow, own: string | null): number => {
    const place = (text: string | null) => (text === null ? -1 : texts.of(text));
    const reason = why === own ? null : why;
    return rows.of([VISIBLE.indexOf(point), place(model), place(reason), ...steps.map(place)]);
  };
  const hosts: Record<string, readonly number[]> = {};
  for (const kernel of [...KERNELS, null])
    for (const mode of MODES)
      for (const fwb of BOTH)
        for (const dic of BOTH) {
          const run = { ...RUN, mode, cases };
          const file = asRecorded(run, { fwb, dic });
          const asked = { ...file, kernel: { ...file.kernel, version: kernel ?? UNREAD } };
          hosts[hostName(run, kernel, { fwb, dic })] = [...cases, null].map((one) =>
            lists.of(ofCase(asked, one).map((row) => pack(row, one && whyNotHeld(asked, one)))),
          );
        }
  return {
    texts: texts.all,
    rows: rows.all,
    lists: lists.all,
    questions: cases.map(questionOf),
    hosts,
  };
}

const ofCase = (file: Recorded, one: RecordedCase | null): readonly ProbeRow[] =>
  compareVisible({ ...file, cases: one === null ? [] : [one] }).filter(
    ({ id }) => (id === '') === (one === null),
  );

/** Values, each once, by their places. */
class Places<T> {
  readonly all: T[] = [];
  readonly #known = new Map<string, number>();

  of(value: T): number {
    const key = JSON.stringify(value);
    const known = this.#known.get(key) ?? this.all.push(value) - 1;
    this.#known.set(key, known);
    return known;
  }
}

const NOBODY = { value: null, errno: null };
const RUN: ProbeRun = {
  release: UNREAD,
  mode: 'VHE',
  midr: null,
  ctr: '0x0',
  fwb: null,
  dic: null,
  capability: { kvm: NOBODY, vm: NOBODY },
  cases: [],
  whole: true,
  problems: [],
};

const RAN: NonNullable<RecordedCase['run']> = {
  ioctl: null,
  exit: null,
  value: null,
  detail: { at: 'doorbell' },
};
/** A permission fault of the guest's own stage 1. */
const OWN = { ...RAN, detail: { at: 'exception', esr: '0x9600004f', far: '0x0' } } as const;

type SlotFlags = NonNullable<RecordedCase['slot']>['flags'];
type Then = RecordedCase['then'];
const LOGS: SlotFlags = ['KVM_MEM_LOG_DIRTY_PAGES'];

/** Of two accesses the probe asks nothing. */
const OPS = GUEST_OPS.filter((op) => !op.startsWith('load-'));

/** The cases of `lab/guest/probe/questions.c`, in every way in which they can end. */
function casesOfProbe(): RecordedCase[] {
  const flagged: readonly [SlotFlags, boolean][] = [
    [['KVM_MEM_READONLY'], false],
    [LOGS, false],
    [[], true],
  ];
  const memories = (['anonymous', 'memfd'] as const).map((by) =>
    vmaOf(by, 'cacheable', ['VM_WRITE']),
  );
  const guests = OPS.flatMap((op) => [
    { op, flags: [] as SlotFlags, logs: false },
    ...(op === 'load' || op === 'store'
      ? flagged.map(([flags, logs]) => ({ op, flags, logs }))
      : []),
  ]);
  const devices = subsetsOf(['VM_PFNMAP', 'VM_MIXEDMAP', 'VM_IO', 'VM_WRITE']).map((flags) =>
    vmaOf('device', null, flags),
  );
  return [
    ...memories.flatMap((vma) =>
      guests.flatMap(({ op, flags, logs }) =>
        [RAN, OWN].flatMap((run) => {
          const guest = { op, mmu: false, at: 'first' } as const;
          return thens(logs).map((next) => caseOf(vma, flags, null, next, { guest, run }));
        }),
      ),
    ),
    ...[...memories, ...devices].flatMap((vma) => [
      caseOf(vma, null, null),
      ...[[], LOGS, flagged[0]?.[0] ?? []].map((flags) => caseOf(vma, flags, 'EINVAL')),
    ]),
    ...devices.flatMap((vma) => [
      caseOf(vma, LOGS, null),
      ...[false, true].flatMap((logs) => thens(logs).map((next) => caseOf(vma, [], null, next))),
    ]),
  ];
}

/** A change of flags that was made, and one that was refused. */
const thens = (logs: boolean): readonly Then[] =>
  logs ? [null, 'EINVAL'].map((errno) => ({ move: 'flags', flags: [...LOGS], errno })) : [null];

const vmaOf = (
  by: 'anonymous' | 'memfd' | 'device',
  pgprot: RecordedCase['vma']['pgprot'],
  flags: readonly string[],
): RecordedCase['vma'] => ({
  by,
  memory: by,
  pgprot,
  entry: null,
  frames: 'consecutive',
  size: '4K',
  flags: [...flags],
  attrIndx: null,
  errno: null,
});

/** A case; `flags` is null where no slot was tried. */
function caseOf(
  vma: RecordedCase['vma'],
  flags: SlotFlags | null,
  errno: string | null,
  next: Then = null,
  more: Partial<RecordedCase> = {},
): RecordedCase {
  return {
    id: 'asked',
    vma,
    second: null,
    slot: flags && { flags: [...flags], errno },
    // oxlint-disable-next-line unicorn/no-thenable -- the protocol calls it so, and nothing awaits a case
    then: next,
    guest: null,
    run: null,
    map: [],
    relax: [],
    maintenance: [],
    leaf: null,
    frames: null,
    host: null,
    ...more,
  };
}

const subsetsOf = (names: readonly string[]): readonly (readonly string[])[] =>
  names.reduce<readonly (readonly string[])[]>(
    (sets, name) => sets.flatMap((set) => [set, [...set, name]]),
    [[]],
  );

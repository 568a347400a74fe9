import type { Notebook } from '../read/notebook.ts';
import type { CapabilityAnswers } from './capability-answers.ts';
import type { HostKernel } from './host-kernel.ts';
import { subjectOf, type Subject } from './subject.ts';

/** What went wrong: the subject, and how it ended. */
export interface Complaint {
  readonly of: Subject;
  /** An error, an exit, an answer, a signal's code or a kind of fault; null where it is not said. */
  readonly end: string | null;
  /** Null where it was chosen. */
  readonly line: number | null;
  readonly call: string | null;
}

/** What the complaint is chosen from. */
export interface Told {
  readonly book: Notebook;
  readonly asked: Readonly<Record<string, string>>;
  readonly answers: CapabilityAnswers;
  readonly kernel: HostKernel | null;
}

const EXITS_THAT_TELL = ['KVM_EXIT_MEMORY_FAULT', 'KVM_EXIT_ARM_NISV', 'KVM_EXIT_ARM_SEA'];
/** Ends of KVM_RUN that are no failure: a signal came, or the vCPU was not ready yet. */
const PASSING: ReadonlySet<string | null> = new Set(['EINTR', 'EAGAIN']);
const REGISTERS = ['esr', 'far', 'hpfar', 'mair', 'ctr', 'mmfr2', 'hcr', 'vtcr', 'leaf'] as const;
const ORDINARY: ReadonlySet<string> = new Set(['translation', 'permission', 'access-flag']);

function at(of: Subject, end: string | null, line: number | null): Complaint {
  return { of, end, line, call: null };
}

/** What the text and the choices complain of: the last call that failed comes before all else. */
export function complaintOf(told: Told): Complaint {
  const { book, asked } = told;
  const chosen = asked['call'] ?? null;
  const failed = failedCalls(book);
  const last = failed.at(-1) ?? null;
  if (chosen !== null && chosen !== 'none') return ofCall(chosen, told);
  if (chosen === null && last) {
    const exit = exitAfter(book, last.line, last.errno);
    if (subjectOf(last.name) === 'run' && exit) return exit;
    const other = otherExit(book, last);
    if (other) return other;
    return {
      of: subjectOf(last.name),
      end: asked['errno'] ?? errnoOf(failed, last.name),
      line: last.line,
      call: last.name,
    };
  }
  if (chosen === null) {
    const silent = ofRunWithoutCall(told);
    if (silent) return silent;
  }
  return withoutCall(told, chosen === 'none');
}

function failedCalls(book: Notebook) {
  // A VM that could be made at last was made: a VMM tries one type after the other.
  const made = book.calls.findLastIndex(
    (one) => one.name === 'KVM_CREATE_VM' && one.end === 'done',
  );
  return book.calls.filter(
    ({ name, end, errno }, i) =>
      end === 'failed' &&
      subjectOf(name) !== 'nothing' &&
      !PASSING.has(errno) &&
      !(name === 'KVM_CREATE_VM' && i < made),
  );
}

/** The error of a call: that of its last failure which has one. */
function errnoOf(failed: ReturnType<typeof failedCalls>, name: string): string | null {
  const of = subjectOf(name);
  const told = failed.findLast((call) => subjectOf(call.name) === of && call.errno !== null);
  return told?.errno ?? null;
}

/** An exit that tells more than the error beside it. */
function exitAfter(book: Notebook, line: number, errno: string | null): Complaint | null {
  const exit = book.incidents.findLast(
    ({ kind, words }) => kind === 'exit' && EXITS_THAT_TELL.includes(words),
  );
  if (!exit || (errno !== null && exit.words === EXITS_THAT_TELL[0])) return null;
  if (errno !== null && exit.line < line) return null;
  return { of: 'run', end: exit.words, line: exit.line, call: 'KVM_RUN' };
}

/** KVM_RUN that returned with an exit of another kind did not fail: none of its errors is meant. */
function otherExit(
  book: Notebook,
  { name, errno, line }: Notebook['calls'][number],
): Complaint | null {
  if (name !== 'KVM_RUN' || errno !== null) return null;
  const exit = book.incidents.findLast((one) => one.kind === 'exit' && one.line === line);
  return exit ? { of: 'exit', end: exit.words, line, call: name } : null;
}

function ofCall(call: string, { book, asked, answers }: Told): Complaint {
  const of = subjectOf(call);
  const failed = failedCalls(book);
  const own = failed.findLast(({ name }) => subjectOf(name) === of) ?? null;
  const exit = asked['exit'] ?? null;
  if (of === 'check') {
    const answer = asked['capabilityAnswer'] ?? answers.counts?.answer ?? asked['errno'] ?? null;
    return { of, end: answer, line: answers.counts?.line || null, call };
  }
  if (of === 'run' && asked['errno'] === undefined) {
    const found = exit ?? exitAfter(book, own?.line ?? 0, own?.errno ?? null)?.end ?? null;
    if (found !== null && EXITS_THAT_TELL.includes(found))
      return { of, end: found, line: own?.line ?? null, call };
  }
  const loose = book.loose.at(-1) ?? null;
  const end =
    asked['errno'] ??
    (own ? errnoOf(failed, own.name) : null) ??
    loose?.errno ??
    implied(of, book) ??
    failed.findLast(({ errno }) => errno !== null)?.errno ??
    null;
  return { of, end, line: own?.line ?? loose?.line ?? null, call };
}

/** KVM's own lines stand for an EFAULT of KVM_RUN. */
function implied(of: Subject, book: Notebook): string | null {
  const says = book.incidents.some(({ kind }) => kind === 'fsc-line' || kind === 'vma-line');
  return of === 'run' && says ? 'EFAULT' : null;
}

function ofRunWithoutCall({ book, asked }: Told): Complaint | null {
  const chosenExit = asked['exit'];
  if (chosenExit !== undefined && EXITS_THAT_TELL.includes(chosenExit))
    return { of: 'run', end: chosenExit, line: null, call: 'KVM_RUN' };
  const incident = book.incidents.findLast(
    ({ kind, words }) =>
      kind === 'fsc-line' ||
      kind === 'vma-line' ||
      kind === 'nisv' ||
      (kind === 'exit' && EXITS_THAT_TELL.includes(words)),
  );
  if (!incident || asked['errno'] !== undefined) return null;
  const error = incident.kind === 'nisv' ? 'ENOSYS' : 'EFAULT';
  const end = incident.kind === 'exit' ? incident.words : error;
  return { of: 'run', end, line: incident.line, call: 'KVM_RUN' };
}

function withoutCall(told: Told, none: boolean): Complaint {
  const { book, asked, answers } = told;
  const find = (kind: string) => book.incidents.findLast((one) => one.kind === kind) ?? null;
  const chosenErrno = none ? undefined : asked['errno'];
  const bind = find('bind');
  if (bind && chosenErrno === undefined)
    return at('bind', book.last('errno')?.value ?? null, bind.line);
  const vcpu = find('vcpu');
  if (vcpu && chosenErrno === undefined) return at('vcpu', null, vcpu.line);
  if (chosenErrno !== undefined) return at('errno', chosenErrno, null);
  const log = ofLog(told);
  if (log) return log;
  const ring = find('ring');
  if (ring) return at('ring', null, ring.line);
  const loose = none ? undefined : book.loose.at(-1);
  if (loose) return at('errno', loose.errno, loose.line);
  const asks = asked['capabilityAnswer'] ?? answers.counts?.answer;
  const both = answers.kvm !== null && answers.vm !== null;
  const about = answers.counts
    ? (answers.counts.capability ?? asked['capability'])
    : asked['capability'];
  if (asks !== undefined && ((about ?? null) !== null || both) && !none)
    return at('check', asks, answers.counts?.line || null);
  return ofNumbers(told, none);
}

/** A signal, an oops or an abort of a program, by the kind of fault. */
function ofLog({ book, asked }: Told): Complaint | null {
  const signals = book.incidents.filter(({ kind }) => kind === 'signal');
  const user = book.incidents.findLast(({ kind }) => kind === 'user-fault') ?? null;
  const oops = book.incidents.findLast(({ kind }) => kind === 'oops') ?? null;
  const serror = book.incidents.findLast(({ kind }) => kind === 'serror') ?? null;
  const kind = kindOf(book, asked);
  if (user && kind !== 'external-abort' && (kind === null || !ORDINARY.has(kind)))
    return at('signal', kind === 'alignment' ? 'ADRALN' : null, user.line);
  const code = signals.findLast(({ words }) => words !== '') ?? signals.at(-1) ?? null;
  if (!user && (code || asked['signal'] === 'SIGBUS'))
    return at('signal', code?.words || null, code?.line ?? null);
  if (serror && !(oops && kind === 'external-abort')) return at('log', 'serror', serror.line);
  const line = user?.line ?? oops?.line;
  if (line === undefined || kind === null) return null;
  if (['alignment', 'external-abort', 'address-size'].includes(kind)) return at('log', kind, line);
  return ORDINARY.has(kind) ? at('fault', kind, line) : null;
}

/** The kind of fault that the last syndrome names. */
export function kindOf(book: Notebook, asked: Readonly<Record<string, string>>): string | null {
  const esr = asked['esr'] ?? book.last('esr')?.value;
  const fsc = asked['fsc'] ?? book.last('fsc')?.value;
  if (esr === undefined && fsc === undefined) return null;
  const syndrome = book.parts.get('syndrome');
  const kind =
    (esr === undefined
      ? syndrome?.kindOfStatus(BigInt(fsc ?? 0))
      : syndrome?.faultKind(BigInt(esr))) ?? null;
  return kind === 'external-abort-on-walk' ? 'external-abort' : kind;
}

function ofNumbers({ book, asked, kernel }: Told, none: boolean): Complaint {
  const kind = kindOf(book, asked);
  const number = REGISTERS.find((key) => asked[key] !== undefined || book.last(key));
  const line = number === undefined ? null : (book.last(number)?.line ?? null);
  if (kind !== null && ORDINARY.has(kind)) return at('fault', kind, line);
  if (number !== undefined || kind !== null) return at('number', null, line);
  // Nearly every guest says in its own log that it has no KVM, where it is no complaint.
  const inGuest = book.hardware.some(({ guest }) => guest);
  for (const { kind: of, line: there } of book.incidents.toReversed())
    if (of === 'denied' || (of === 'absent' && !inGuest)) return at(of, null, there);
  const device = book.last('device');
  const coherent = /nvgrace|GH200|GB200|GB300/i.test(asked['device'] ?? device?.value ?? '');
  if (none || (coherent && kernel?.beforeSeries)) return at('quiet', null, device?.line ?? null);
  return at('nothing', null, null);
}

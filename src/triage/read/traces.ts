import { isMemslot, type TracedCall } from '../keys/call.ts';
import { capabilityNamed } from '../keys/capability.ts';
import { countOf, NUMBER } from '../keys/number.ts';
import { callOfRequest } from '../keys/requests.ts';
import { wordsOfCall } from './call-facts.ts';
import type { Line } from './lines.ts';
import type { Notebook } from './notebook.ts';
import { BARE_CALL, type Call, type SlotFields } from './seen.ts';
import { slotFieldsOf } from './slot-fields.ts';
import { syscallsOf, type Syscall } from './syscall.ts';

/** What the descriptors of a trace are. */
type Descriptors = Map<string, 'kvm' | 'vm'>;

/** Calls of a trace, as `strace` prints them. */
export function readTraces(lines: readonly Line[], book: Notebook): void {
  const descriptors: Descriptors = new Map();
  for (const call of syscallsOf(lines, book)) {
    if (readMemory(call, book) || readOpen(call, descriptors)) {
      use(call, book);
    }
    if (call.name === 'ioctl') readIoctl(call, descriptors, book);
    for (const line of call.lines) book.bound.add(line);
  }
}

function readMemory({ name, args, ret, errno, line }: Syscall, book: Notebook): boolean {
  if ((name !== 'munmap' && name !== 'mmap') || errno !== null) return false;
  const [first = '', second = ''] = args.split(/,\s*/);
  const argument = name === 'mmap' ? countOf(ret) : countOf(first);
  const call = { ...BARE_CALL, end: 'done', argument, length: countOf(second) } as const;
  book.calls.push({ ...call, name, line });
  return true;
}

function readOpen({ name, args, ret, errno }: Syscall, descriptors: Descriptors): boolean {
  if (name !== 'open' && name !== 'openat') return false;
  if (errno !== null || !/"\/dev\/kvm"/.test(args)) return false;
  descriptors.set(ret, 'kvm');
  return true;
}

const IOCTL = new RegExp(
  `^(?:(?<fd>\\d{1,6}|(?!(?:KVM|VFIO|IOMMU|_IOC))[a-z][\\w.>-]{0,30})(?:<(?<path>[^>]{0,80})>+)?,\\s?)?(?<request>_IOC\\([^)]{1,60}\\)|[A-Z0-9_]{1,60}|0x[0-9a-f]{1,8})(?:\\s?/\\*.{0,60}?\\*/)?(?:,\\s?(?<rest>.*))?$`,
  'is',
);

const ioctlIn = (args: string): Readonly<Record<string, string>> => IOCTL.exec(args)?.groups ?? {};

function readIoctl(syscall: Syscall, descriptors: Descriptors, book: Notebook): void {
  const { fd = '', path = '', request = '', rest = '' } = book.once(ioctlIn, syscall.args);
  const name = callOfRequest(request);
  if (name === null) return;
  if (path.includes('/dev/kvm')) descriptors.set(fd, 'kvm');
  else if (path.includes('kvm-vm')) descriptors.set(fd, 'vm');
  const slot = isMemslot(name) ? book.once(slotFieldsOf, rest) : null;
  const call = callOf(name, syscall, { fd, rest, slot, literal: request.startsWith('KVM_') });
  if (name === 'KVM_CREATE_VM') {
    descriptors.set(fd, 'kvm');
    if (call.end === 'done') descriptors.set(syscall.ret, 'vm');
  } else if (isMemslot(name) || name === 'KVM_CREATE_VCPU') descriptors.set(fd, 'vm');
  if (name === 'KVM_CHECK_EXTENSION') {
    const capability = book.once(capabilityNamed, rest);
    const answer = syscall.errno ?? syscall.ret;
    book.asks.push({ capability, answer, fd: descriptors.get(fd) ?? null, line: syscall.line });
    use(syscall, book);
    return;
  }
  book.calls.push(call);
  wordsOfCall(call, rest, book);
  use(syscall, book);
}

function use({ lines }: Syscall, book: Notebook): void {
  for (const { number } of lines) book.used.add(number);
}

interface Given {
  readonly fd: string;
  readonly rest: string;
  readonly slot: SlotFields | null;
  readonly literal: boolean;
}

const FLAGS = new RegExp(`flags=(${NUMBER}|[A-Z_|]{1,80})`);

function callOf(
  name: TracedCall,
  { ret, errno, line }: Syscall,
  { fd, rest, slot, literal }: Given,
): Call {
  const flags = FLAGS.exec(rest)?.[1] ?? '';
  const memfdFlags = /^[A-Z]/.test(flags)
    ? BigInt(/GUEST_MEMFD_FLAG_MMAP/.test(flags) ? 1 : 0)
    : countOf(flags);
  return {
    ...BARE_CALL,
    name,
    line,
    end: ret === '?' ? null : errno !== null || ret.startsWith('-') ? 'failed' : 'done',
    errno,
    ret: countOf(ret),
    fd,
    literal,
    slot,
    argument: name === 'KVM_CREATE_GUEST_MEMFD' ? memfdFlags : countOf(rest.split(/[ ,]/)[0] ?? ''),
  };
}

import { errnosIn } from '../keys/errno.ts';
import { openingOf } from './dev-kvm.ts';
import { GATES } from './gates.ts';
import type { Line } from './lines.ts';
import type { Notebook } from './notebook.ts';
import type { Incident } from './seen.ts';

const OOPS =
  /Internal error:|Unable to handle kernel|Mem abort info|Oops\b|Kernel panic|Unhandled fault:|\bFSC = 0x[0-9a-f]{2}: /i;
/** How firmware and small kernels say it. */
const EXCEPTION =
  /\bsynchronous (?:external )?abort|\bsynchronous exception|\b(?:unhandled|trapped) exception\b(?!: )/i;
const USER_FAULT = /unhandled exception: |unhandled alignment fault/i;
const SERROR = /SError Interrupt on CPU|Asynchronous SError|\bcode 0x[0-9a-f]{8,16} -- SError/i;
const HARDWARE = /(?:Hardware name|Machine model|DMI): (.{1,200})/i;
/** Machines that VMMs make. */
const VIRTUAL =
  /linux,dummy-virt|dummy-virt|QEMU.{0,40}Virtual Machine|Cloud Hypervisor|cloud-hypervisor|Firecracker|crosvm|VMware|Parallels|Google Compute Engine|Apple Virtualization/i;
/** How a virtio ring goes wrong that one side sees around the cache. */
const RING =
  /is not a head!|(?:virtio|virtqueue|vring|vhost).{0,80}(?:bad ring|out of step|out of sync|corrupt|stale|inconsistent|Looped descriptor|size exceeded|Incorrect order for descriptors|index .{0,20}out of range)|Guest moved used index from|Guest says index \d+ > |id \d{1,6} out of range/i;
const BIND: readonly RegExp[] = [
  /vfio[-_ ]?\w{0,20}.{0,80}probe .{0,60}failed|probe of .{0,40}failed with error.{0,40}|probe with driver vfio\S{0,20} failed/i,
  /no iommu[_ ]?group|no iommu detected|not in (?:an|any) iommu[_ ]group|iommu_group.{0,40}(?:no such file|not found|missing)|no iommu (?:group|found|behind)|group \d{1,5} (?:is )?not viable|(?:could not|cannot|failed to|can't) open \/dev\/vfio\/|\/dev\/vfio\/[\w/]{1,40}: no such (?:file|device)/i,
  /vfio.{0,80}(?:failed to get (?:iommu )?group|error getting group|no such group|failed to open \/dev\/vfio|failed to set group container|no available iommu models)|VFIO_(?:GROUP_SET_CONTAINER|SET_IOMMU|GROUP_GET_DEVICE_FD)\b|1:1 (?:iommu )?mapping/i,
  /drivers\/vfio-pci\/(?:bind|new_id).{0,60}(?:error|invalid argument|no such (?:device|file))|write error: .{0,120}drivers\/vfio-pci\/(?:bind|new_id)|failed to bind .{0,60}vfio|module vfio[-_]\w{1,20} not found/i,
];
/** A vCPU that could not be made or set up: its registers, its features, its target. */
const VCPU =
  /\bkvm_(?:arch_)?init_vcpu\b|\bKVM_ARM_(?:VCPU_(?:INIT|FINALIZE)|PREFERRED_TARGET)\b|failed to (?:put|get|set) registers? (?:after|before|to|from)|\b(?:Vcpu|Arm)(?:Arm)?(?:Init|Finalize)\b|\b(?:initialize|initialise|finalize|finalise|init) (?:the )?vcpu\b/i;
/** The same of the GIC and of a vCPU that does not start: what VMMs say, and the guest's kernel. */
const SET_UP =
  /\bkvm_?gic\w{0,2}\.rs:|\bdevice (?:kvm-)?arm_?gic\w{0,10} failed|\bKVM_CAP_ARM_USER_IRQ\b|\bFailed to set attribute \(group: \d|\bfailed to boot CPU\d/i;
/** What KVM on arm64 says where it does not start, and what stands for it elsewhere. */
const ABSENT =
  /HYP mode not available|KVM disabled from command line|KVM is not available\. Ignoring|kvm \[\d{1,5}\]: Error, CPU \d{1,5} not supported|Module kvm not found/i;
const SIGNAL = /\bSIG(BUS|SEGV|ILL|ABRT)\b/;
const BUS_ERROR =
  /\bBus error\b|\b(?:killed|terminated|exited|died|stopped) (?:by|with|on) signal:? 7\b|\b(?:exit|exited with|returned|terminated with)(?: an?)? (?:code|status)\W{0,3}135\b|\bstatus=7\/BUS\b/i;
/** A page that the memory controller gave up: what the kernel says when it tells the VMM. */
const POISONED = /due to hardware memory corruption|Guest Memory Error at QEMU addr/i;
const BUS_CODE = /\bBUS_(ADRALN|ADRERR|OBJERR|MCEERR_AR|MCEERR_AO)\b/;
const BUS_CODES = ['', 'ADRALN', 'ADRERR', 'OBJERR', 'MCEERR_AR', 'MCEERR_AO'];
const GAP = /^\W{0,3}(?:\.{3,}|\[?\s?(?:\.{3}|snip(?:ped)?|cut|omitted|truncated)\s?\]?)\W{0,3}$/i;

/** What a line shows by itself. */
export interface Signs {
  readonly kinds: readonly Incident['kind'][];
  readonly hardware: { readonly guest: boolean; readonly name: string } | null;
  readonly signal:
    { readonly name: string; readonly code: string } | { readonly other: string } | null;
}

/** The signs of a line, all of which have a word that the gate of logs knows. */
export function signsIn(text: string): Signs {
  const low = text.toLowerCase();
  const shows: readonly (readonly [Incident['kind'], boolean])[] = [
    [
      'oops',
      /error|unable|oops|abort|panic|fault|exception/.test(low) &&
        (OOPS.test(text) || EXCEPTION.test(text)),
    ],
    ['serror', low.includes('serror') && SERROR.test(text)],
    ['user-fault', low.includes('unhandled') && USER_FAULT.test(text)],
    ['ring', /head|ring|queue|virtio|vhost|index|range/.test(low) && RING.test(text)],
    ['bind', isBind(text, low)],
    ['absent', low.includes('kvm') && ABSENT.test(text)],
    [
      'vcpu',
      (/vcpu|registers|kvm_arm/.test(low) && isVcpu(text)) ||
        (/gic|kvm_cap|attribute|boot cpu/.test(low) && SET_UP.test(text)),
    ],
  ];
  const hardware = /name|model|dmi/.test(low) ? HARDWARE.exec(text)?.[1] : undefined;
  return {
    kinds: shows.flatMap(([kind, is]) => (is ? [kind] : [])),
    hardware:
      hardware === undefined ? null : { guest: VIRTUAL.test(hardware), name: hardware.trim() },
    signal: signalIn(text, low),
  };
}

const isGap = (text: string): boolean => GAP.test(text);

/** A command that hands a device to vfio-pci; what the shell says next is about it. */
const BINDS = /vfio-pci\/(?:bind|new_id)|driver_override|drivers_probe/;
const REFUSED = /\bwrite error: |^tee: .{0,80}: /;

/** What kernels and shells report when something went wrong that is no call of a VMM. */
export function readLogs(lines: readonly Line[], book: Notebook): void {
  let binds = false;
  let before = '';
  for (const line of lines) {
    const { text, low, number, command } = line;
    const opening = command === null ? openingOf(low, before) : null;
    if (opening !== null) {
      book.incident(opening, number);
      book.bound.add(line);
    }
    before = low;
    if (book.once(isGap, text)) book.incident('gap', number);
    if (command !== null) {
      binds = BINDS.test(command);
      continue;
    }
    if (binds && REFUSED.test(text)) book.incident('bind', number);
    if (!book.once(GATES.logs, low)) continue;
    const { kinds, hardware, signal } = book.once(signsIn, text);
    for (const kind of kinds) {
      if (kind === 'absent' && line.guest) continue;
      book.incident(kind, number);
      if (kind === 'vcpu') bindErrno(line, book);
    }
    if (hardware !== null) {
      book.hardware.push({ ...hardware, line: number });
      book.used.add(number);
    }
    if (signal === null) continue;
    if ('other' in signal) {
      book.fact('signal', signal.other, number);
      continue;
    }
    book.fact('signal', signal.name, number);
    book.incident('signal', number, signal.code);
    book.bound.add(line);
  }
}

/** A vCPU that ran was set up. */
function isVcpu(text: string): boolean {
  return VCPU.test(text) && !/KVM_RUN|kvm run/.test(text) && errnosIn(text).length > 0;
}

/** The error in a line that says itself what failed. */
function bindErrno(line: Line, book: Notebook): void {
  const [error] = book.once(errnosIn, line.text);
  if (error) book.fact('errno', error.name, line.number);
  book.bound.add(line);
}

function isBind(text: string, low: string): boolean {
  // A probe is one of vfio-pci only where the line says so.
  if (!/vfio|iommu/.test(low)) return false;
  return BIND.some((form) => form.test(text)) && (low.includes('vfio') || !low.includes('probe'));
}

function signalIn(text: string, low: string): Signs['signal'] {
  if (!/sig|bus|135|memory/.test(low)) return null;
  if (POISONED.test(text)) return { name: 'SIGBUS', code: 'MCEERR_AR' };
  const name = SIGNAL.exec(text)?.[1] ?? (BUS_ERROR.test(text) ? 'BUS' : null);
  const code = low.includes('bus_') ? BUS_CODE.exec(text)?.[1] : undefined;
  if (name === null && code === undefined) return null;
  if (name !== 'BUS' && code === undefined)
    return /signal|killed|received/.test(low) ? { other: `SIG${name}` } : null;
  const number = /si_code ?[=:] ?(\d)\b/.exec(text)?.[1];
  return { name: 'SIGBUS', code: code ?? BUS_CODES[Number(number ?? 0)] ?? '' };
}

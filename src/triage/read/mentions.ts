import { isMemslot, type CallName } from '../keys/call.ts';

import { errnosIn } from '../keys/errno.ts';
import { slotFacts } from './call-facts.ts';
import type { Line } from './lines.ts';
import type { Notebook } from './notebook.ts';
import { BARE_CALL } from './seen.ts';
import { slotFieldsOf } from './slot-fields.ts';

type Mentioned = Exclude<CallName, 'none'> | 'KVM_CREATE_VM';

/** How headers and VMMs name a call, and what is asked first, because it is cheap. The first that fits counts. */
const WORDS: readonly (readonly [Mentioned, near: RegExp, RegExp])[] = [
  [
    'KVM_SET_USER_MEMORY_REGION2',
    /region2/,
    /KVM_SET_USER_MEMORY_REGION2|(?<!kvm_)set_user_memory_region2|SetUserMemoryRegion2/gi,
  ],
  [
    'KVM_SET_USER_MEMORY_REGION',
    /memory|slot|mapping/,
    /KVM_SET_USER_MEMORY_REGION(?!2)|set_user_memory_region(?!2)|SetUserMemoryRegion(?!2)|CreateUserMemory|userspace mapping: [0-9a-f]+ -> |kvm_set_user_memory\b|(?:add|set|set ?up|create|register|map)(?:ing|ed)?(?: ?up)? (?:the |a )?(?:user(?:space)? |guest |kvm )?(?:memory regions?|user memory)|(?<![a-z_])add_memory_region\b|register(?:ing)? \d{1,20} bytes of memory at|(?:add|set|create|register|update|install)(?:ing)? (?:the |a |kvm )?memslot|memslot[^.:]{0,40}(?:failed|error)|error (?:un)?registering slot/gi,
  ],
  [
    'KVM_RUN',
    /run|vcpu|exec|exit|emulate/,
    /\bKVM_RUN\b|kvm run failed|\bvcpu[ _]?run\b|\b(?:fc_)?vcpu[ _#]?\d{0,3}\W{1,3}failed to run\b|RunVcpu|(?:run|running) (?:a |the )?vcpu|vcpu hit unknown error|\bvcpu[ _#]?\d{0,3}:? (?:run |thread )?(?:failed|error)|\bvcpu\d{0,3}\W{1,4}run\b|VcpuFd::run\b|\bkvm_(?:v?cpu)_(?:exec|run)\b|FaultyKvmExit|error signaling kvm exit|because KVM failed to emulate/gi,
  ],
  [
    'KVM_CREATE_GUEST_MEMFD',
    /memfd/,
    /KVM_CREATE_GUEST_MEMFD|create_guest_memfd|CreateGuestMemfd/gi,
  ],
  [
    'KVM_CREATE_VM',
    /create|creating/,
    /KVM_CREATE_VM\b|\bkvm_create_vm\b|\bCreateVm\b|\b(?:create|creating) (?:a |the )?(?:kvm )?vm\b(?! ?fd)/gi,
  ],
  [
    'IOMMU_IOAS_MAP',
    /ioas|iommufd/,
    /IOMMU_IOAS_MAP\b|iommufd_backend_map_dma|IoasMap\b|iommufd map(?: IOAS)?\b/gi,
  ],
  [
    'VFIO_DMA_MAP',
    /dma|memory listener/,
    /VFIO_(?:IOMMU_)?(?:MAP_DMA|DMA_MAP)|vfio_(?:container_|legacy_)?dma_map|VfioDmaMap|IommuDmaMap|vfio_iommu_map_dma|\bDMA[- ]?map(?:ping)?\b(?! ?\()|\bmap(?:ping)? (?:\w{1,12} )?DMA\b|(?<!iommufd .{0,60})\bmap(?:ping)? .{0,60}\bfor DMA\b|memory listener initialization failed/gi,
  ],
];

const NEAR = /mem|cpu|kvm|vm\b|create|creating|iommu|ioas|dma|slot|userspace/;
const FAILED = /fail|error|panic|abort|cannot|could not|unable|fatal/;
/** Lines after a failure without an error in which "Caused by" may name it. */
const LOOK_AHEAD = 4;

/** Calls that failed as programs word it: "kvm run failed Bad address", `SetUserMemoryRegion(Error(22))`. */
export function readMentions(lines: readonly Line[], book: Notebook): void {
  for (const [index, line] of lines.entries()) {
    if (book.bound.has(line) || line.command !== null) continue;
    const named = book.once(namesIn, line.text);
    if (named === null) continue;
    if (line.text.includes('KVM_CHECK_EXTENSION') || line.low.includes('grep ')) continue;
    if (named.length === 0) {
      readFields(line, book);
      continue;
    }
    readMention(lines, index, named, book);
  }
}

/** The structure of a memslot call that stands alone, as a debugger prints it. */
function readFields({ text, low, number }: Line, book: Notebook): void {
  if (!/guest_?phys_?addr/.test(low) || !/memory_?size/.test(low)) return;
  const slot = book.once(slotFieldsOf, text);
  if (!slot) return;
  book.calls.push({ ...BARE_CALL, name: 'KVM_SET_USER_MEMORY_REGION', line: number, slot });
  slotFacts(slot, number, book);
}

interface Named {
  readonly call: Mentioned;
  readonly at: number;
  readonly word: string;
}

/** The calls that a line names, in their order; null where it is about nothing of the kind. */
function namesIn(text: string): readonly Named[] | null {
  const low = text.toLowerCase();
  if (!NEAR.test(low)) return null;
  const found: Named[] = [];
  for (const [call, near, form] of WORDS) {
    if (!near.test(low)) continue;
    for (const match of text.matchAll(form)) {
      found.push({ call, at: match.index, word: match[0] });
      if (found.length > 20) return found;
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

function readMention(
  lines: readonly Line[],
  index: number,
  named: readonly Named[],
  book: Notebook,
): void {
  const line = lines[index] as Line;
  const own = book.once(errnosIn, line.text)[0];
  const says = own !== undefined || FAILED.test(line.low);
  const slots =
    named.every(({ call }) => isMemslot(call)) && book.once(slotFieldsOf, line.text) !== null;
  const errno = own?.name ?? (slots && !says ? null : causeBelow(lines, index, book));
  const failed = says || errno !== null;
  const before = named.filter(({ at }) => own === undefined || at < own.at);
  const which = before.at(-1) ?? named[0];
  if (!which) return;
  // QEMU's function kvm_set_user_memory_region makes either form; what it says it called counts.
  const second = named.find(({ call }) => call === 'KVM_SET_USER_MEMORY_REGION2');
  const call = isMemslot(which.call) && second ? second.call : which.call;
  const slot = isMemslot(call) ? book.once(slotFieldsOf, line.text) : null;
  const ioasBefore = call === 'VFIO_DMA_MAP' && book.calls.some((c) => c.name === 'IOMMU_IOAS_MAP');
  if (!failed && slot === null) return;
  book.calls.push({
    ...BARE_CALL,
    name: ioasBefore ? 'IOMMU_IOAS_MAP' : call,
    line: line.number,
    end: failed ? 'failed' : /\bret(?:urn)?=0\b|= 0$/.test(line.low) ? 'done' : null,
    errno,
    literal: named.some(({ word }) => /^KVM_SET_USER_MEMORY_REGION$/.test(word)),
    slot,
  });
  book.used.add(line.number);
  if (slot) slotFacts(slot, line.number, book);
  if (!failed) return;
  book.bound.add(line);
  if (call !== 'KVM_CREATE_VM') book.fact('call', call, line.number);
  if (own) book.fact('errno', own.name, line.number);
}

/** The error that a program names below its own message, as in "Caused by: Bad address". */
function causeBelow(lines: readonly Line[], index: number, book: Notebook): string | null {
  for (const line of lines.slice(index + 1, index + 1 + LOOK_AHEAD)) {
    if (book.bound.has(line) || line.command !== null) return null;
    if ((book.once(namesIn, line.text) ?? []).length > 0) return null;
    const found = book.once(errnosIn, line.text)[0];
    if (!found) continue;
    book.fact('errno', found.name, line.number);
    book.bound.add(line);
    return found.name;
  }
  return null;
}

import { isMemslot } from '../keys/call.ts';
import { hex } from '../keys/number.ts';
import type { Notebook } from './notebook.ts';
import type { Call, SlotFields } from './seen.ts';

/** Bit of the machine type that asks for a protected VM; the low bits are those of the IPA size. */
const PROTECTED = 1n << 31n;
/** What a machine type of 0 asks for. */
const DEFAULT_IPA_BITS = 40n;

/** What one call of a trace says, as facts. */
export function wordsOfCall(call: Call, rest: string, book: Notebook): void {
  const { name, line, errno, end, slot, argument } = call;
  if (name === 'KVM_CREATE_VM' && end === 'done' && argument !== null) {
    book.fact('protectedVm', (argument & PROTECTED) === 0n ? '0' : '1', line);
    book.fact('ipaBits', String(argument & 0xffn || DEFAULT_IPA_BITS), line);
  }
  if (
    name === 'KVM_ENABLE_CAP' &&
    end === 'done' &&
    /KVM_CAP_ARM_MTE|cap=(?:195|0xc3)\b/.test(rest)
  )
    book.fact('mte', '1', line);
  if (slot) slotFacts(slot, line, book);
  if (end !== 'failed') return;
  if (
    isMemslot(name) ||
    /^(?:KVM_RUN|KVM_CREATE_GUEST_MEMFD|IOMMU_IOAS_MAP|VFIO_DMA_MAP)$/.test(name)
  ) {
    book.fact('call', name, line);
    if (errno !== null) book.fact('errno', errno, line);
  } else if (name === 'KVM_CREATE_VM' && errno !== null) book.fact('errno', errno, line);
}

/** The fields of a slot, as facts. */
export function slotFacts(slot: SlotFields, line: number, book: Notebook): void {
  const { guestPhysAddr, memorySize, userspaceAddr, flags } = slot;
  if (guestPhysAddr !== null) book.fact('slot.guestPhysAddr', hex(guestPhysAddr), line);
  if (memorySize !== null) book.fact('slot.memorySize', hex(memorySize), line);
  if (userspaceAddr !== null) book.fact('slot.userspaceAddr', hex(userspaceAddr), line);
  if (flags !== null) book.fact('slot.flags', flags, line);
}

import { isMemslot } from '../keys/call.ts';
import type { Call, Incident, SlotFields } from '../read/seen.ts';

/** A slot that a trace shows to exist. */
export interface Slot {
  readonly fields: SlotFields;
  readonly line: number;
}

/** The slots that exist before a call, as a trace shows them. */
export interface SlotHistory {
  readonly slots: readonly Slot[];
  /** The trace begins with the VM, and nothing was cut out of it: what it does not show was never made. */
  readonly whole: boolean;
}

/** The slots of a VM before the call at place `at`; `fd` null stands for any VM. */
export function slotHistory(
  calls: readonly Call[],
  at: number,
  fd: string | null,
  incidents: readonly Incident[],
): SlotHistory {
  const slots = new Map<string, Slot>();
  let since = Infinity;
  for (const call of calls.slice(0, at)) {
    if (call.end !== 'done') continue;
    if (call.name === 'KVM_CREATE_VM' && (fd === null || String(call.ret) === fd)) {
      slots.clear();
      since = call.line;
    }
    if (!isMemslot(call.name) || !call.slot || call.slot.slot === null) continue;
    if (fd !== null && call.fd !== null && call.fd !== fd) continue;
    const id = String(call.slot.slot);
    if (call.slot.memorySize === 0n) slots.delete(id);
    else slots.set(id, { fields: call.slot, line: call.line });
  }
  const until = calls[at]?.line ?? Infinity;
  const cut = incidents.some(({ kind, line }) => kind === 'gap' && line > since && line < until);
  return { slots: [...slots.values()], whole: since !== Infinity && !cut };
}

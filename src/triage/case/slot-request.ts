import { isMemslot } from '../keys/call.ts';
import { NO_SLOT, type Call, type SlotFields } from '../read/seen.ts';

/** The memslot call that the complaint is about, as far as the lines about it say. */
export interface SlotRequest {
  readonly fields: SlotFields;
  /** The line of each field. */
  readonly line: number;
  /** Descriptor of the VM, in a trace. */
  readonly fd: string | null;
  /** Place of the call among those of the text. */
  readonly at: number;
  /** The header's name of the first form stands in the text for it. */
  readonly firstForm: boolean;
}

type Name = keyof SlotFields;
const IDENTITY: readonly Name[] = ['slot', 'guestPhysAddr', 'memorySize', 'userspaceAddr'];

/**
 * The last memslot call that failed. A VMM reports it in fewer words than a trace, so fields that
 * its line lacks are taken from lines before it that say nothing else of the same slot.
 */
export function slotRequest(calls: readonly Call[], failed: boolean): SlotRequest | null {
  const at = calls.findLastIndex(
    ({ name, end, slot }) => isMemslot(name) && (failed ? end === 'failed' : slot !== null),
  );
  const last = calls[at];
  if (!last) return null;
  let fields = last.slot ?? NO_SLOT;
  let { fd, line } = last;
  let first = at;
  let firstForm = isFirstForm(last);
  for (let i = at - 1; i >= 0; i--) {
    const call = calls[i];
    if (!call || !isMemslot(call.name) || call.end === 'done') continue;
    if (call.slot && !agree(call.slot, fields)) break;
    if (call.slot && last.slot === null && fields === NO_SLOT) line = call.line;
    fields = merge(fields, call.slot ?? NO_SLOT);
    fd ??= call.fd;
    firstForm ||= isFirstForm(call);
    first = i;
    if (IDENTITY.every((name) => fields[name] !== null)) break;
  }
  return { fields, line, fd, at: first, firstForm };
}

function isFirstForm({ name, literal }: Call): boolean {
  return literal && name === 'KVM_SET_USER_MEMORY_REGION';
}

function agree(a: SlotFields, b: SlotFields): boolean {
  return IDENTITY.every((name) => a[name] === null || b[name] === null || a[name] === b[name]);
}

function merge(own: SlotFields, other: SlotFields): SlotFields {
  return {
    slot: own.slot ?? other.slot,
    guestPhysAddr: own.guestPhysAddr ?? other.guestPhysAddr,
    memorySize: own.memorySize ?? other.memorySize,
    userspaceAddr: own.userspaceAddr ?? other.userspaceAddr,
    flags: own.flags ?? other.flags,
    guestMemfd: own.guestMemfd ?? other.guestMemfd,
    guestMemfdOffset: own.guestMemfdOffset ?? other.guestMemfdOffset,
  };
}

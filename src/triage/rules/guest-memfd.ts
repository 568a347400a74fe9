import { ground } from '../case/ground.ts';
import { isMemslot } from '../keys/call.ts';
import type { Situation } from '../case/situation.ts';
import { overlaps } from '../case/overlaps.ts';
import { NO_SLOT } from '../read/seen.ts';
import type { Rule } from '../reasons/reason.ts';
import { noGuestMemfd, slotHas, slotWithout, mteOn } from './shared.ts';

export const GMEM = 'KVM_MEM_GUEST_MEMFD';
/** GUEST_MEMFD_FLAG_MMAP. */
const MMAP = 1n;

const onExisting: Rule = (s) => (s.complaint.end === 'EEXIST' ? ground(null, '') : null);

/** The file was made without GUEST_MEMFD_FLAG_MMAP, so it cannot be mapped. */
export const notMappable: Rule = (s) => {
  if (onExisting(s) || slotWithout(GMEM)(s)) return null;
  const fd = s.slot?.fields.guestMemfd ?? null;
  const files = s.book.calls.filter(
    ({ name, end }) => name === 'KVM_CREATE_GUEST_MEMFD' && end === 'done',
  );
  const file = files.findLast(({ ret }) => fd === null || ret === fd);
  if (!file || file.argument === null || (file.argument & MMAP) !== 0n) return null;
  return ground(
    file.line,
    'KVM_CREATE_GUEST_MEMFD without GUEST_MEMFD_FLAG_MMAP: the file cannot be mapped',
  );
};

/** A guest_memfd slot and MTE exclude each other. */
export const withMte: Rule = (s) =>
  !onExisting(s) && slotHas(GMEM)(s) && mteOn(s)
    ? s.because('mte', `the VM has MTE, and ${GMEM} excludes it`)
    : null;

/** A slot before is bound to the same range of the same file: the second kind of EEXIST. */
export const bound: Rule = (s) => {
  const { guestMemfd, guestMemfdOffset, memorySize } = s.slot?.fields ?? NO_SLOT;
  if (!onExisting(s) || guestMemfd === null || !slotHas(GMEM)(s)) return null;
  const other = s.history.slots.find(
    ({ fields }) =>
      fields.guestMemfd === guestMemfd &&
      (fields.flags ?? '').includes(GMEM) &&
      overlaps(fields.guestMemfdOffset, fields.memorySize, guestMemfdOffset, memorySize),
  );
  return other
    ? ground(
        other.line,
        `slot ${other.fields.slot} is bound to that range of the same guest_memfd file`,
      )
    : null;
};

const FIRST_FORM = /KVM_SET_USER_MEMORY_REGION(?!2)/;

/** The line that names the first form of the call as the header has it; null where none does, or the other failed. */
function firstForm(s: Situation): number | null {
  if (s.slot?.firstForm) return s.slot.line;
  if (s.complaint.call !== 'KVM_SET_USER_MEMORY_REGION') return null;
  return s.book.lines.all.find(({ text }) => FIRST_FORM.test(text))?.number ?? null;
}

/** The slot has nothing to do with guest_memfd. */
export const noFile: Rule = (s) => {
  const without = slotWithout(GMEM)(s);
  if (without) return without;
  const first = firstForm(s);
  if (first !== null)
    return ground(
      first,
      'KVM_SET_USER_MEMORY_REGION is the first form of the call, without guest_memfd',
    );
  const old = noGuestMemfd(s);
  if (old) return old;
  return onExisting(s) && !slotHas(GMEM)(s)
    ? ground(null, `this EEXIST needs a slot with ${GMEM}, and none is named`)
    : null;
};

/** Slots that were accepted, none of them one of guest_memfd. */
export const plainSlots: Rule = (s) => {
  const chosen = s.asked['slot.flags'] === undefined ? null : slotWithout(GMEM)(s);
  if (chosen) return chosen;
  // A VM that runs has its slots, also those of which a log does not say how the call ended.
  const slots = s.book.calls.filter(
    ({ name, end, slot }) => isMemslot(name) && end !== 'failed' && (slot?.flags ?? null) !== null,
  );
  const plain = slots.length > 0 && !slots.some(({ slot }) => (slot?.flags ?? '').includes(GMEM));
  return plain ? ground(slots.at(-1)?.line ?? null, `the slots are made without ${GMEM}`) : null;
};

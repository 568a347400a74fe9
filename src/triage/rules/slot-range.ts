import { ground } from '../case/ground.ts';
import { overlaps } from '../case/overlaps.ts';
import { hex } from '../keys/number.ts';
import { NO_SLOT } from '../read/seen.ts';
import type { Rule } from '../reasons/reason.ts';

export const overlapping: Rule = (s) => {
  const { guestPhysAddr, memorySize, slot } = s.slot?.fields ?? NO_SLOT;
  const other = s.history.slots.find(
    ({ fields }) =>
      fields.slot !== slot &&
      overlaps(fields.guestPhysAddr, fields.memorySize, guestPhysAddr, memorySize),
  );
  return other
    ? ground(other.line, `slot ${other.fields.slot} holds a part of that range of guest addresses`)
    : null;
};

export const beyond: Rule = (s) => {
  const [bits, guest, size] = ['ipaBits', 'slot.guestPhysAddr', 'slot.memorySize'].map((key) =>
    s.number(key),
  );
  if (typeof bits !== 'bigint' || typeof guest !== 'bigint' || typeof size !== 'bigint')
    return null;
  const end = guest + size;
  return end > 1n << bits
    ? s.because(
        'ipaBits',
        `the slot ends at ${hex(end)}, and the VM has ${bits} bits of guest addresses: up to ${hex(1n << bits)}`,
      )
    : null;
};

import { slotFlagsOf } from '../keys/flags.ts';
import { countOf, NUMBER } from '../keys/number.ts';
import { NO_SLOT, type SlotFields } from './seen.ts';

const key = (names: string) =>
  new RegExp(
    `(?<![A-Za-z])(?:${names})["']?\\s{0,3}(?:[=:#]|=>)\\s{0,3}["']?(${NUMBER})(?![\\w.])`,
    'i',
  );

const SLOT = key('slot(?:_?id)?|slot');
const SLOT_NUMBER = /\bslot#?\s?(\d{1,6})\b/i;
const GPA = key('guest_?phys_?addr|guest_?addr(?:ess)?|gpa|start(?:_addr)?|guest_?base');
const SIZE = key('memory_?size|size|len(?:gth)?');
const HVA = key('userspace_?addr|host_?addr|hva|ua');
const MEMFD = key('guest_?memfd(?:_?fd)?');
const OFFSET = key('guest_?memfd_?offset');
const FLAGS =
  /(?<![A-Za-z])flags["']?\s{0,3}[=:]\s{0,3}["']?((?:KVM_MEM\w{1,40}|0x[0-9a-f]{1,16}|\d{1,10})(?:\s{0,3}\|\s{0,3}(?:KVM_MEM\w{1,40}|0x[0-9a-f]{1,16})){0,8})/i;
/** As cloud-hypervisor writes a mapping: guest address, host address and size in bare hexadecimal. */
const ARROW = /userspace mapping: ([0-9a-f]{1,16}) -> ([0-9a-f]{1,16}) ([0-9a-f]{1,16})/i;

/** The fields of a memslot call, however a trace, a debugger or a VMM spells them. */
export function slotFieldsOf(text: string): SlotFields | null {
  const number = (form: RegExp): bigint | null => countOf(form.exec(text)?.[1] ?? '');
  const arrow = ARROW.exec(text);
  if (arrow) {
    const [guest, host, size] = arrow.slice(1).map((digits) => BigInt(`0x${digits}`));
    return {
      ...NO_SLOT,
      slot: number(SLOT) ?? number(SLOT_NUMBER),
      guestPhysAddr: guest ?? null,
      userspaceAddr: host ?? null,
      memorySize: size ?? null,
    };
  }
  const fields: SlotFields = {
    slot: number(SLOT) ?? number(SLOT_NUMBER),
    guestPhysAddr: number(GPA),
    memorySize: number(SIZE),
    userspaceAddr: number(HVA),
    flags: slotFlagsOf(FLAGS.exec(text)?.[1] ?? ''),
    guestMemfd: number(MEMFD),
    guestMemfdOffset: number(OFFSET),
  };
  const { guestMemfd: _a, guestMemfdOffset: _b, ...own } = fields;
  return Object.values(own).some((value) => value !== null) ? fields : null;
}

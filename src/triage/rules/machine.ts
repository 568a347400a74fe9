import { ground } from '../case/ground.ts';
import type { Rule } from '../reasons/reason.ts';

/** The machine that printed the log is a VM: its kernel is the guest's. */
export const printedByGuest: Rule = (s) => {
  const machine = s.book.hardware.at(-1);
  return machine?.guest
    ? ground(machine.line, `the hardware name is that of a VM: ${machine.name}`)
    : null;
};

/** The machine that printed the log is a board or a server: its kernel is the host's. */
export const printedByHost: Rule = (s) => {
  const machine = s.book.hardware.at(-1);
  return machine && !machine.guest
    ? ground(machine.line, `the hardware name is that of a host: ${machine.name}`)
    : null;
};

/** The same for a reason that a text names for a log alone. */
export function inLog(rule: Rule): Rule {
  return (s) => (s.complaint.of === 'log' || s.complaint.of === 'signal' ? rule(s) : null);
}

const GUESTS = new Set<string | null>(['serror', 'address-size']);

/** An SError or an address size fault is one of a guest's log, unless the machine says otherwise. */
export const guestsLog: Rule = (s) =>
  GUESTS.has(s.complaint.end) && !printedByHost(s)
    ? ground(
        s.complaint.line,
        'the log is taken for that of a guest: no hardware name says otherwise',
      )
    : null;

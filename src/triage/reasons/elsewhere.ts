import { ground } from '../case/ground.ts';
import type { Situation } from '../case/situation.ts';
import { guestsLog, inLog, printedByGuest, printedByHost } from '../rules/machine.ts';
import { knowsNumber } from '../rules/shared.ts';
import { anyOf, type Family, type Rule } from './reason.ts';

const mapsCacheable: Rule = (s) => {
  const vendor = s.answers.vm?.answer === '1';
  return s.kernel?.hasSeries || vendor || s.answers.kvm?.answer === 'EINVAL'
    ? knowsNumber(s)
    : null;
};

const wordsOfRing: Rule = (s) => {
  const ring = s.book.incidents.findLast(({ kind }) => kind === 'ring');
  return ring
    ? { line: ring.line, words: 'one side of the ring reads what the other did not write' }
    : null;
};

/** A copy that a debugger names where the signal came: copies are what meets memory unaligned. */
const inCopy: Rule = (s) => {
  const { line } = s.complaint;
  if (s.complaint.of !== 'signal' || line === null) return null;
  const at = s.book.lines.raw
    .slice(line - 1, line + 4)
    .findIndex((text) => /\bmem(?:cpy|move|set)|__memcpy/.test(text));
  return at < 0 ? null : ground(line + at, 'a copy, as may be unaligned, was interrupted');
};

/** The place to which a device is written, or the node of VFIO, is not there as long as its driver is not. */
const NO_DRIVER =
  /(?:drivers\/vfio-pci\/(?:bind|new_id)|\/dev\/vfio\/vfio)\W{1,3}no such file|module vfio[-_]\w{1,20} not found/i;

const ofDriver = ({ complaint, book }: Situation): string | null =>
  NO_DRIVER.test(book.lines.raw[(complaint.line ?? 0) - 1] ?? '') ? 'driver' : null;

/** Where KVM gave no error, or was not asked. */
export const ELSEWHERE: Family = {
  'silent-device': {
    excludes: mapsCacheable,
    hints: (s) =>
      s.kernel?.beforeSeries
        ? s.because('kernel', `${s.kernel.name} follows the rules up to 6.16`)
        : null,
  },
  'guest-ring-uncached': {
    excludes: (s) =>
      s.where('fwb', '1', 'the host has FWB, which forces Write-Back') ??
      (s.complaint.of === 'quiet' && s.get('device')
        ? s.because('device', 'the complaint is about a device, not about a ring of the VMM')
        : null),
    hints: wordsOfRing,
  },
  'guest-own-device': {
    hints: inCopy,
    excludes: (s) =>
      inLog(printedByHost)(s) ??
      (s.complaint.of === 'quiet' && s.get('device')
        ? s.because('device', 'the host gives this memory its type')
        : null),
  },
  'gmem-create': { where: (s) => (s.is('errno', 'EACCES') ? 'EACCES' : null) },
  'not-kvm-iommu-map': { where: (s) => s.get('errno')?.value ?? null },
  'not-kvm-vfio-bind': { where: ofDriver },
  'not-kvm-driver': { hints: inCopy, excludes: inLog(anyOf(printedByGuest, guestsLog)) },
};

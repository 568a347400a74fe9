import type { Fact } from '../show-tree.ts';
import type { Of } from './telling.ts';

/** What was done to the caches, and to the TLBs. */
export function cachesFacts(decision: Of<'cacheMaintenance'>): Fact[] {
  const { dcacheCallback, dcacheMaintained, icacheCallback, icacheMaintained } = decision;
  const facts: Fact[] = [
    ['data cache', done(dcacheCallback, dcacheMaintained)],
    ['instruction cache', done(icacheCallback, icacheMaintained)],
  ];
  if (decision.tlbInvalidated === true) facts.push(['TLB', 'old leaf invalidated']);
  return facts;
}

/** A callback that is invoked is not maintenance that is done. */
function done(callback: boolean | null, maintained: boolean | null): string {
  if (maintained) return 'maintained';
  return callback ? 'callback invoked, nothing done' : 'not touched';
}

/** What is left of an instruction cache; nothing to say where the code was not read. */
export function icacheFacts({ chosen, issued, lines }: Of<'icacheRange'>): Fact[] {
  if (chosen === null) return [];
  if (chosen === 'all') return [['instruction cache', wholeIcache(issued === 'all')]];
  const some = lines === null ? 'nothing invalidated' : `${lines} lines, by address`;
  return [['instruction cache', some]];
}

/** What a call that invalidates all of it does. */
export function wholeIcache(emptied: boolean | null): string {
  return emptied ? 'all of it invalidated' : 'call returns at once, nothing done';
}

/** HCR_EL2.TVM afterwards. */
export function tvmFacts(tvm: boolean | null): Fact[] {
  return tvm === null ? [] : [['HCR_EL2.TVM', tvm ? '1' : '0']];
}

/** With FWB `stage2_flush_vm()` is called and maintains nothing. */
export function flushed({ flushVm, verdict, tvm }: Of<'setWayTrap' | 'cacheToggle'>): string {
  const emptied = verdict === 'maintained' ? 'KVM flushes the VM' : 'the flush does nothing';
  const flush = flushVm ? emptied : 'KVM flushes nothing';
  return `So ${flush} and TVM is ${tvm ? 'set' : 'clear'}.`;
}

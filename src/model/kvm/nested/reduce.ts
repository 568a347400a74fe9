import type { StepValue } from '../../base/step.ts';
import type { ExecAt } from '../pgtable/exec.ts';
import type { NestedQuery } from './leaf.ts';

/** A fault whose permissions are being worked out. */
export interface Reducible {
  readonly q: { readonly nested: NestedQuery | null };
  readable: boolean;
  writable: boolean;
  exec: ExecAt;
  ask(
    check: string,
    inputs: Readonly<Record<string, StepValue>>,
    answer: boolean,
    where: string,
  ): boolean;
}

/** A shadow stage 2 grants no read or write that the L1 leaf does not grant. */
export function reduceToNested(run: Reducible): null {
  const { nested } = run.q;
  if (nested === null) return null;
  const { readable, writable, blockShift: l1BlockShift } = nested;
  const where = 'adjust_nested_fault_perms';
  const leaf = { l1Writable: writable, l1BlockShift };
  run.ask('kvm_s2_trans_writable(nested)', leaf, writable, where);
  run.ask('kvm_s2_trans_readable(nested)', { l1Readable: readable }, readable, where);
  run.writable &&= writable;
  run.readable = readable;
  return null;
}

/** v7.3: the L1 leaf takes UX and PX away, whatever gave them. What gives X gives both. */
export function maskNestedExec(run: Reducible): null {
  const { nested } = run.q;
  if (nested === null) return null;
  const { exec } = nested;
  const where = 'adjust_nested_exec_perms';
  const el0 = exec === 'both' || exec === 'EL0';
  const el1 = exec === 'both' || exec === 'EL1';
  run.ask('kvm_s2_trans_exec_el0(kvm, nested)', { l1Exec: exec }, el0, where);
  run.ask('kvm_s2_trans_exec_el1(kvm, nested)', { l1Exec: exec }, el1, where);
  if (run.exec === 'both') run.exec = exec;
  return null;
}

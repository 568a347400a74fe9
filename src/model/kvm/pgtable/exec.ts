import { choice, type FieldOf } from '../../base/field.ts';

/** Where the guest may execute: KVM_PGTABLE_PROT_UX is EL0, KVM_PGTABLE_PROT_PX is EL1. */
export const EXEC_AT = ['none', 'EL0', 'EL1', 'both'] as const;

/** Where the guest may execute. Before v7.3 one bit covers both, so 'none' or 'both'. */
export type ExecAt = (typeof EXEC_AT)[number];

/** XN[1:0], descriptor bits [54:53]. One bit, 54, stands for 'none' before v7.3. */
export function xnOf(exec: ExecAt): number {
  return { both: 0b00, EL0: 0b01, none: 0b10, EL1: 0b11 }[exec];
}

/** A field that says where execution is permitted; 'none' where it is left out. */
export function execField<const Name extends string>(
  name: Name,
  meaning: string,
  fallback: ExecAt = 'none',
): FieldOf<Name, ExecAt> {
  return choice(name, meaning, EXEC_AT, fallback);
}

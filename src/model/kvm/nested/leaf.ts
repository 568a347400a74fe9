import { flag, number, optional, recordOrNull, type ReadOf } from '../../base/field.ts';
import { readFields } from '../../base/read-fields.ts';
import type { Reader } from '../../base/reader.ts';
import { execField, type ExecAt } from '../pgtable/exec.ts';

/** Sizes of a stage-2 leaf with any granule, as log2, by the level that it stands at. */
const LEVELS: Readonly<Record<number, number>> = {
  12: 3,
  14: 3,
  16: 3,
  21: 2,
  25: 2,
  29: 2,
  30: 1,
};

/** Sizes of a leaf in the stage 2 of a guest hypervisor, as log2: its granule is its own. */
export const L1_SHIFTS = Object.keys(LEVELS).map(Number);

/**
 * The leaf by which the guest hypervisor (L1) maps the address for its own guest (L2): struct
 * kvm_s2_trans. Its memory attributes are not consulted.
 */
export interface NestedLeaf {
  /** It grants reads. Default true. */
  readonly readable?: boolean;
  /** It grants writes. Default true. */
  readonly writable?: boolean;
  /** Where it grants execution. Default both. */
  readonly exec?: ExecAt;
  /** log2 of what it maps. Default 12. */
  readonly blockShift?: number;
}

const NESTED_FIELDS = [
  flag('readable', 'the L1 leaf grants reads', true),
  flag('writable', 'the L1 leaf grants writes', true),
  execField('exec', 'where the L1 leaf grants execution', 'both'),
  number('blockShift', 'log2 of what the L1 leaf maps', L1_SHIFTS, { default: 12 }),
] as const;

/** The leaf with every field present. */
export type NestedQuery = ReadOf<typeof NESTED_FIELDS>;

/** The field of a fault. */
export const NESTED_FIELD = optional(
  recordOrNull('nested', 'the L1 leaf, for a fault of a nested guest', NESTED_FIELDS),
);

/** Reads the leaf; null where the fault is none of a nested guest. */
export function readNested(r: Reader, raw: unknown): NestedQuery | null {
  if (raw === undefined || raw === null) return null;
  return readFields(r, NESTED_FIELDS, raw);
}

/** The level that the leaf stands at; null where there is none. */
export function l1LevelOf(nested: NestedQuery | null): number | null {
  return nested === null ? null : (LEVELS[nested.blockShift] ?? 3);
}

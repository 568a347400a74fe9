import { inputError } from '../../base/diagnose.ts';
import type { ModelError } from '../../base/error.ts';
import { choice, flag, requiredFlag, type ReadOf } from '../../base/field.ts';
import type { MemType } from '../fault/mapping.ts';
import type { NamedRules } from '../kernels/registry.ts';
import { execField, type ExecAt } from './exec.ts';
import { oneBitError } from './one-bit.ts';

const EVENTS = ['map', 'relaxPerms', 'unmap', 'stage2Flush'] as const;
const MEM_TYPES = ['NORMAL', 'NORMAL_NC', 'DEVICE'] as const satisfies readonly MemType[];
const OLD_LEAVES = ['invalid', 'valid', 'samePa'] as const;

/** What `cacheMaintenance` is asked: an operation on the stage-2 table of a guest. */
export interface CacheMaintenanceInput {
  /**
   * `kvm_pgtable_stage2_map` of a leaf, `kvm_pgtable_stage2_relax_perms`,
   * `kvm_pgtable_stage2_unmap` or `kvm_pgtable_stage2_flush` over the leaf.
   */
  readonly event: (typeof EVENTS)[number];
  /** System capability ARM64_HAS_STAGE2_FWB. */
  readonly fwb: boolean;
  /** System capability ARM64_HAS_CACHE_DIC. */
  readonly dic: boolean;
  /** Memory type of the new leaf; of the old one where there is no new one. Default NORMAL. */
  readonly memType?: MemType;
  /**
   * The leaf before: none (default), one that is there and, for a map, points to another PA; or,
   * for a map, one with the same PA and type, so that at most permissions differ.
   */
  readonly oldLeaf?: (typeof OLD_LEAVES)[number];
  /** Where the old leaf is executable. Default none. */
  readonly oldExec?: ExecAt;
  /** The execute permission that map and relaxPerms ask for. Default none. */
  readonly newExec?: ExecAt;
  /** KVM_PGTABLE_WALK_SKIP_CMO: the map builds the table that replaces a block. */
  readonly skipCmo?: boolean;
  /** System capability ARM64_HAS_XNX; v7.3 needs it for EL0 or EL1 alone. */
  readonly xnx?: boolean;
}

export const CACHE_MAINTENANCE_FIELDS = [
  choice('event', 'the operation on the stage-2 table', EVENTS),
  requiredFlag('fwb', 'ARM64_HAS_STAGE2_FWB'),
  requiredFlag('dic', 'ARM64_HAS_CACHE_DIC'),
  choice('memType', 'memory type of the leaf', MEM_TYPES, 'NORMAL'),
  choice('oldLeaf', 'the leaf before; samePa only for a map', OLD_LEAVES, 'invalid'),
  execField('oldExec', 'where the old leaf is executable'),
  execField('newExec', 'the execute permission asked for'),
  flag('skipCmo', 'KVM_PGTABLE_WALK_SKIP_CMO'),
  flag('xnx', 'ARM64_HAS_XNX'),
] as const;

export type MaintenanceQuery = ReadOf<typeof CACHE_MAINTENANCE_FIELDS>;

/** Leaves that no table holds, and requests that KVM does not make. */
export function maintenanceWrong(q: MaintenanceQuery, rules: NamedRules): ModelError | null {
  const { event, memType, oldLeaf, oldExec, newExec } = q;
  const normal = memType === 'NORMAL';
  if (oldLeaf === 'samePa' && event !== 'map')
    return contradiction('oldLeaf', oldLeaf, "'valid' or 'invalid' without a map", "'valid'");
  if (!normal && oldLeaf !== 'invalid' && oldExec !== 'none' && event !== 'map')
    return contradiction('oldExec', oldExec, `'none' for a ${memType} leaf`, "'none'");
  if (!normal && event === 'relaxPerms' && newExec !== 'none')
    return contradiction('newExec', newExec, `'none' for a ${memType} leaf`, "'none'");
  const oneLevel = [oldExec, newExec].some((exec) => exec === 'EL0' || exec === 'EL1');
  if (oneLevel && rules.pgtable.execLevels && !q.xnx && event !== 'map')
    return contradiction('xnx', false, 'true for EL0 or EL1 alone', 'true');
  return oneBitError('oldExec', oldExec, rules) ?? oneBitError('newExec', newExec, rules);
}

function contradiction(place: string, value: unknown, wanted: string, sample: string): ModelError {
  const remedy = `Give ${place} as ${sample}.`;
  return inputError('contradiction', place, value, wanted, `${place}: ${sample}`, remedy);
}

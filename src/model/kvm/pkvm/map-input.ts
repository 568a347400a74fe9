import { choice, flag, type ReadOf } from '../../base/field.ts';
import type { MemType } from '../fault/mapping.ts';

const MEM_TYPES = ['NORMAL', 'NORMAL_NC', 'DEVICE'] as const satisfies readonly MemType[];
const REGIONS = ['memory', 'nomap', 'not-memory'] as const;

/** What `pkvmMap` is asked: KVM at EL1 asks EL2 to map a page for a VM that is not protected. */
export interface PkvmMapInput {
  /** Memory type that the prot bits ask for. Default NORMAL, which has no bit of its own. */
  readonly memType?: MemType;
  /** The PFN lies beyond what the host may name. */
  readonly beyondHostRange?: boolean;
  /** The size is neither a page nor a PMD, or not aligned. */
  readonly badSize?: boolean;
  /** The range crosses a border between memory and something else. */
  readonly acrossBorder?: boolean;
  /** What stands at the address: memory (default), memory marked NOMAP, or no memory. */
  readonly region?: (typeof REGIONS)[number];
}

/** The fields of the input. */
export const PKVM_MAP_FIELDS = [
  choice('memType', 'memory type of the prot bits', MEM_TYPES, 'NORMAL'),
  flag('beyondHostRange', 'the PFN lies beyond the range of the host'),
  flag('badSize', 'neither a page nor a PMD, or not aligned'),
  flag('acrossBorder', 'the range crosses a border of memory'),
  choice('region', 'what stands at the address', REGIONS, 'memory'),
] as const;

export type PkvmMapQuery = ReadOf<typeof PKVM_MAP_FIELDS>;

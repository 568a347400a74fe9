import type { DeviceType } from './device.ts';
import type { Cacheability, Half } from './half.ts';

/** The short names of memory, as they stand on chips and in a terminal. */
export type MemoryName =
  | 'WB'
  | 'WT'
  | 'NC'
  | `Device-${DeviceType}`
  /** Inner and outer halves differ. */
  | 'mixed'
  /** Stage 2 leaves the type to stage 1. */
  | 'as stage 1'
  | 'reserved'
  | 'invalid';

/** Every short name. */
export const MEMORY_NAMES: Readonly<Record<MemoryName, true>> = {
  WB: true,
  WT: true,
  NC: true,
  'Device-nGnRnE': true,
  'Device-nGnRE': true,
  'Device-nGRE': true,
  'Device-GRE': true,
  mixed: true,
  'as stage 1': true,
  reserved: true,
  invalid: true,
};

/** What a short name is made from: any attribute value of the model has these fields. */
export interface Named {
  readonly type: string;
  readonly device: DeviceType | null;
  readonly inner: Half | Cacheability | null;
  readonly outer: Half | Cacheability | null;
}

/** The short name of any attributes that the model returns. */
export function memoryName(attrs: Named): MemoryName {
  if (typeof attrs !== 'object' || attrs === null) return 'invalid';
  switch (attrs.type) {
    case 'Device':
      return attrs.device === null ? 'reserved' : `Device-${attrs.device}`;
    case 'Normal': {
      const inner = letters(attrs.inner);
      const outer = letters(attrs.outer);
      if (inner === null || outer === null) return 'reserved';
      return inner === outer ? inner : 'mixed';
    }
    case 'as-stage-1':
      return 'as stage 1';
    case 'reserved':
      return 'reserved';
    default:
      return 'invalid';
  }
}

function letters(half: Half | Cacheability | null): Cacheability | null {
  return half !== null && typeof half === 'object' ? half.cacheability : half;
}

import type { Setup } from './setup.ts';
import type { MemoryName } from '../arch/memory-name.ts';
import {
  A_RUNS,
  DIRTY,
  EMPTY,
  instructionOf,
  latestOf,
  lineOf,
  lineState,
  MAPPED,
  memoryOf,
  PHASE_NAMES,
  phaseOf,
  SCRUBBED,
  VALUE_NAMES,
  type PhaseName,
  type ValueName,
} from './state.ts';

/** A state in words, for figures. Plain data. */
export interface StateView {
  readonly phase: PhaseName;
  /** Memory at the PoC. */
  readonly memory: ValueName;
  /** The data cache line; null where it is absent. */
  readonly dcache: { readonly value: ValueName; readonly dirty: boolean } | null;
  /** The instruction cache line; null where it is absent. */
  readonly icache: ValueName | null;
  /** What was written last since the scrub; null before it. */
  readonly latest: ValueName | null;
  readonly owner: { readonly mapped: boolean; readonly cacheable: boolean };
  readonly tenantA: { readonly mapped: boolean };
  /** `data` and `fetch`: B's attributes by both stages, null where it has no such access. */
  readonly tenantB: {
    readonly mapped: boolean;
    readonly data: MemoryName | null;
    readonly fetch: MemoryName | null;
  };
}

/** What a packed state says. */
export function viewOf(state: number, setup: Setup): StateView {
  const phase = phaseOf(state);
  const instruction = instructionOf(state);
  const mapped = phase === MAPPED;
  const value = (number: number): ValueName => VALUE_NAMES[number] ?? 'old';
  const afterScrub = phase >= SCRUBBED;
  return {
    phase: PHASE_NAMES[phase] ?? 'empty',
    memory: value(memoryOf(state)),
    dcache:
      lineState(state) === 0
        ? null
        : { value: value(lineOf(state)), dirty: lineState(state) === DIRTY },
    icache: instruction < 0 ? null : value(instruction),
    latest: afterScrub ? value(latestOf(state)) : null,
    owner: { mapped: phase !== EMPTY, cacheable: setup.ownerCacheable },
    tenantA: { mapped: phase === A_RUNS },
    tenantB: {
      mapped,
      data: mapped ? setup.guestData : null,
      fetch: mapped ? setup.guestFetch : null,
    },
  };
}

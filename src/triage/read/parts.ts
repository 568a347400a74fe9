import type * as calls from '../parts/calls.ts';
import type * as changes from '../parts/changes.ts';
import type * as host from '../parts/host.ts';
import type * as kernels from '../parts/kernels.ts';
import type * as numbers from '../parts/numbers.ts';
import type * as registers from '../parts/registers.ts';

/** Parts of triage that not every text needs, as far as it is read with them. */
export interface ReadParts {
  readonly calls: typeof calls;
  readonly host: typeof host;
  readonly numbers: typeof numbers;
  readonly registers: typeof registers;
  readonly kernels: typeof kernels;
  readonly changes: typeof changes;
}

/** Gives a part by its name; null where it is not here, which is noted. */
export interface Shelf<P> {
  get<K extends keyof P>(name: K): P[K] | null;
}

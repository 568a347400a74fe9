import type * as changes from '../parts/changes.ts';
import type * as kernels from '../parts/kernels.ts';
import type * as numbers from '../parts/numbers.ts';
import type * as registers from '../parts/registers.ts';
import type { Line } from './lines.ts';

/** A reader of a part: it writes into a notebook, which knows the parts and so is not named here. */
export type PartReader = (lines: readonly Line[], book: never) => void;
type Readers<K extends string> = Readonly<Record<K, PartReader>>;

/** Parts of triage that not every text needs, as far as it is read with them. */
export interface ReadParts {
  readonly calls: Readers<'readTraces' | 'readMentions'>;
  readonly host: Readers<
    'readCapabilities' | 'readHost' | 'readMappings' | 'readPageSize' | 'readReads' | 'readSearches'
  >;
  readonly numbers: typeof numbers;
  readonly registers: typeof registers;
  readonly kernels: typeof kernels;
  readonly changes: typeof changes;
}

/** Gives a part by its name; null where it is not here, which is noted. */
export interface Shelf<P> {
  get<K extends keyof P>(name: K): P[K] | null;
}

import type { RegisterSpec } from '../../model/index.ts';
import type { Kernels } from '../case/host-kernel.ts';
import type * as address from '../parts/address.ts';
import type * as calls from '../parts/calls.ts';
import type * as changes from '../parts/changes.ts';
import type * as leaf from '../parts/leaf.ts';
import type * as numbers from '../parts/numbers.ts';
import type * as registers from '../parts/registers.ts';
import type * as syndrome from '../parts/syndrome.ts';
import type { Line, Pieces } from './lines.ts';

/** A reader of a part: it writes into a notebook, which knows the parts and so is not named here. */
export type PartReader = (lines: readonly Line[], book: never) => void;

/** Readers that only some lines ask for, in the order in which they may claim the error of a line. */
export type PartReaders = Readonly<
  Record<
    | 'traces'
    | 'capabilities'
    | 'kvmLines'
    | 'logs'
    | 'mentions'
    | 'exits'
    | 'mappings'
    | 'pageSize'
    | 'host'
    | 'tried'
    | 'programs',
    PartReader
  >
>;

/** The part of each register has its rules. */
export interface Spec {
  readonly SPEC: RegisterSpec;
}

/** Parts of triage that not every text needs, as far as it is read with them. */
export interface ReadParts extends PartReaders {
  /** How a line with marks is taken apart. */
  readonly markup: Pieces;
  readonly calls: typeof calls;
  readonly numbers: typeof numbers;
  readonly syndrome: typeof syndrome;
  readonly registers: typeof registers;
  readonly mair: Spec;
  readonly ctr: Spec;
  readonly mmfr2: Spec;
  readonly hcr: Spec;
  readonly vtcr: Spec;
  readonly address: typeof address;
  readonly leaf: typeof leaf;
  readonly kernels: Kernels;
  readonly changes: typeof changes;
}

/** Gives a part by its name; null where it is not here, which is noted. */
export interface Shelf<P> {
  get<K extends keyof P>(name: K): P[K] | null;
}

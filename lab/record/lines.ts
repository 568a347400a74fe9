import type { Recorded, RecordedCase } from '../../src/observations/schema.ts';

type Driver = NonNullable<Recorded['driver']>;

/** The first line: which kernel runs on which CPU. */
export type BootLine = Recorded['registers'] &
  Pick<Recorded, 'mode' | 'missingProbes'> & {
    readonly is: 'boot';
    /** Of whatever version: another than ours is refused. */
    readonly protocol: number;
    /** `uname -r`. */
    readonly release: string;
  };

/** The driver and its card, where the run asks about the memory of a driver of the kernel. */
export type DriverLine = Pick<Driver, 'name' | 'vendor' | 'device'> & { readonly is: 'driver' };

/** An answer of KVM_CHECK_EXTENSION. */
export type CapabilityLine = Pick<Recorded['capability']['vm'], 'value'> & {
  readonly is: 'capability';
  readonly number: number;
  readonly on: keyof Recorded['capability'];
  readonly errno?: string | null;
};

export type CaseLine = RecordedCase & { readonly is: 'case' };

/** The last line; a run without it is a failure. */
export interface EndLine {
  readonly is: 'end';
  readonly cases: number;
}

/** A line behind `@lab `, as far as it is in order: the schema reads what it says. */
export type LogLine = BootLine | DriverLine | CapabilityLine | CaseLine | EndLine;

import type { Recorded } from '../../src/observations/schema.ts';

/** One value that a fresh run and the recorded one do not share. */
export interface Difference {
  /** The case or the part of the run, and the place in it. */
  readonly at: string;
  readonly recorded: string;
  readonly fresh: string;
}

/** What `--check` found: other answers, and other versions of what was booted. */
export interface Comparison {
  readonly answers: readonly Difference[];
  readonly versions: readonly Difference[];
}

/**
 * Compares all but the date, and of descriptors the output address and the Access flag, value by value.
 * Cases are matched by id, not by place.
 */
export function compareRuns(recorded: Recorded, fresh: Recorded): Comparison {
  const versions = ['kernel', 'qemu'] as const;
  return {
    answers: differences(answersOf(recorded), answersOf(fresh)),
    versions: differences(
      flat(versions.map((name) => [name, recorded[name]])),
      flat(versions.map((name) => [name, fresh[name]])),
    ),
  };
}

/** A difference as one line. */
export function differenceLine({ at, recorded, fresh }: Difference): string {
  return `${at}: recorded ${recorded}, now ${fresh}`;
}

const NOT_ANSWERS: ReadonlySet<string> = new Set(['date', 'kernel', 'qemu', 'cases']);

function answersOf(run: Recorded): Map<string, string> {
  const rest = Object.entries(run).filter(([name]) => !NOT_ANSWERS.has(name));
  return flat([...rest, ...run.cases.map(({ id, ...one }) => [id, one] as const)]);
}

function differences(
  recorded: ReadonlyMap<string, string>,
  fresh: ReadonlyMap<string, string>,
): Difference[] {
  const places = new Set([...recorded.keys(), ...fresh.keys()]);
  return [...places]
    .map((at) => ({
      at,
      recorded: recorded.get(at) ?? 'nothing',
      fresh: fresh.get(at) ?? 'nothing',
    }))
    .filter((one) => one.recorded !== one.fresh);
}

const DESCRIPTOR = /leaf\.(?:descriptor|other)$|host\.descriptor$/;
/**
 * Bits [47:12] and bit 10 of a descriptor. Which page the kernel happened to take is not an answer, nor
 * whether the host aged it before it was looked at: on a slow machine one leaf of 12 000 had lost its AF.
 */
const BY_CHANCE = 0x0000_ffff_ffff_f400n;

function answerOf(descriptor: unknown): string {
  return `0x${(BigInt(String(descriptor)) & ~BY_CHANCE).toString(16)}`;
}

/** Every value by its place, such as `pfnmap-hole-remap-cacheable-load leaf.memAttr`. */
function flat(parts: readonly (readonly [string, unknown])[]): Map<string, string> {
  const values = new Map<string, string>();
  const visit = (at: string, value: unknown, separator: string) => {
    if (typeof value !== 'object' || value === null) {
      values.set(at, JSON.stringify(DESCRIPTOR.test(at) ? answerOf(value) : value));
      return;
    }
    const entries = Object.entries(value);
    // Null, an empty list and no value at all are three answers.
    if (entries.length === 0) values.set(at, JSON.stringify(value));
    for (const [name, inner] of entries) visit(`${at}${separator}${name}`, inner, '.');
  };
  for (const [name, value] of parts) visit(name, value, ' ');
  return values;
}

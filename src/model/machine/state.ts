/**
 * The state of one page and one line of it, packed into 16 bits:
 *
 * | bits | what |
 * |---|---|
 * | [2:0] | phase |
 * | [5:3] | value in memory at the PoC |
 * | [8:6] | value in the data cache line; 0 where it is absent |
 * | [10:9] | data cache line: 0 absent, 1 clean, 2 dirty |
 * | [13:11] | instruction cache line: 0 absent, else value + 1 |
 * | [15:14] | what was written last: 0 nothing yet, 1 zeros, 2 the owner's, 3 B's |
 *
 * Values are told apart by who wrote them, which is all that the properties ask. When somebody
 * writes again, copies of the value before become 'old', so two writes by one party never look
 * alike, however many there are.
 */
export const STATE_BITS = 16;

/** Values: what stood there before or was overwritten, and who wrote the others. */
export const OLD = 0;
export const SECRET = 1;
export const ZEROS = 2;
export const OWNER = 3;
export const GUEST = 4;

/** Names of the values, by number. */
export const VALUE_NAMES = ['old', 'secret', 'zeros', 'owner', 'guest'] as const;

/** A value that memory or a cache line may hold. */
export type ValueName = (typeof VALUE_NAMES)[number];

/** Phases, by number. */
export const EMPTY = 0;
export const A_RUNS = 1;
export const FREED = 2;
export const SCRUBBED = 3;
export const SLOT = 4;
export const MAPPED = 5;
export const REFUSED = 6;
export const FAILED = 7;

/** Names of the phases, by number. */
export const PHASE_NAMES = [
  'empty',
  'tenant A',
  'freed',
  'scrubbed',
  'memslot',
  'mapped',
  'refused',
  'failed',
] as const;

/** Where the story stands. */
export type PhaseName = (typeof PHASE_NAMES)[number];

/** Group of a rule that acts in these phases only. */
export const inPhases = (...phases: readonly number[]): number =>
  phases.reduce((groups, phase) => groups | (1 << phase), 0);

export const CLEAN = 1;
export const DIRTY = 2;

export const phaseOf = (s: number): number => s & 7;
export const memoryOf = (s: number): number => (s >> 3) & 7;
export const lineOf = (s: number): number => (s >> 6) & 7;
export const lineState = (s: number): number => (s >> 9) & 3;
export const instructionOf = (s: number): number => ((s >> 11) & 7) - 1;
/** The value written last, since the scrub. */
export const latestOf = (s: number): number => ((s >> 14) & 3) + 1;

export const withPhase = (s: number, phase: number): number => (s & ~7) | phase;
export const withMemory = (s: number, value: number): number => (s & ~0x38) | (value << 3);
export const withLine = (s: number, value: number, held: number): number =>
  (s & ~0x7c0) | (value << 6) | (held << 9);
export const withoutLine = (s: number): number => s & ~0x7c0;
export const withInstruction = (s: number, value: number): number =>
  (s & ~0x3800) | ((value + 1) << 11);
export const withoutInstruction = (s: number): number => s & ~0x3800;
export const withLatest = (s: number, value: number): number => (s & ~0xc000) | ((value - 1) << 14);

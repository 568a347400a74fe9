/** Cacheability of one half (inner or outer), weakest first. */
export const CACHEABILITIES = ['NC', 'WT', 'WB'] as const;

/** NC Non-cacheable, WT Write-Through, WB Write-Back. */
export type Cacheability = (typeof CACHEABILITIES)[number];

/** Allocation hints by the two bits Read-Allocate (1) and Write-Allocate (0). */
export const HINTS = ['none', 'WA', 'RA', 'RWA'] as const;

/** RA Read-Allocate, WA Write-Allocate, RWA both. */
export type Hints = (typeof HINTS)[number];

/** The inner or the outer half of a Normal memory type. */
export interface Half {
  readonly cacheability: Cacheability;
  /** Allocation hints; null where the half is Non-cacheable and has none. */
  readonly hints: Hints | null;
  /** The transient hint; null where the half is Non-cacheable. */
  readonly transient: boolean | null;
}

/** The Non-cacheable half. */
export const NC: Half = Object.freeze({ cacheability: 'NC', hints: null, transient: null });

const CACHED: readonly Half[] = (['WT', 'WB'] as const).flatMap((cacheability) =>
  HINTS.flatMap((hints) =>
    [false, true].map((transient) => Object.freeze({ cacheability, hints, transient })),
  ),
);

/** The half with these properties. There are 17 of them, and each exists once. */
export function half(
  cacheability: Cacheability,
  hints: Hints | null,
  transient: boolean | null,
): Half {
  if (cacheability === 'NC') return NC;
  const index =
    (cacheability === 'WB' ? 8 : 0) + HINTS.indexOf(hints ?? 'RWA') * 2 + (transient ? 1 : 0);
  return CACHED[index] ?? NC;
}

/**
 * One nibble of a MAIR byte as a half (ARM-ARM, MAIR_ELx; SAIL94). Bits [1:0] are
 * Read-Allocate and Write-Allocate. The nibble 0 is no encoding of a half.
 */
export function halfOfNibble(nibble: number): Half {
  if (nibble === 0b0100) return NC;
  const hints = HINTS[nibble & 3] ?? 'none';
  if ((nibble & 0b1000) !== 0) return half((nibble & 0b0100) !== 0 ? 'WB' : 'WT', hints, false);
  return half((nibble & 0b0100) !== 0 ? 'WB' : 'WT', hints, true);
}

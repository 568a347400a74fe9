import { ABORT_PHRASES } from './abort.ts';
import { ARCH_PHRASES } from './arch.ts';
import { CAPABILITY_PHRASES } from './capability.ts';
import { CONTROL_PHRASES } from './controls.ts';
import { FAULT_PHRASES } from './fault.ts';
import { MEMSLOT_PHRASES } from './memslot.ts';
import { PGTABLE_PHRASES } from './pgtable.ts';
import type { Phrase } from './phrase.ts';
import { SIZE_PHRASES } from './size.ts';

const ALL: ReadonlyMap<string, Phrase> = new Map(
  [
    CAPABILITY_PHRASES,
    MEMSLOT_PHRASES,
    FAULT_PHRASES,
    ABORT_PHRASES,
    SIZE_PHRASES,
    PGTABLE_PHRASES,
    ARCH_PHRASES,
    CONTROL_PHRASES,
  ].flatMap((phrases) => Object.entries(phrases)),
);

/** How a check is said; undefined for a check that the model does not make. */
export function phraseOf(check: string): Phrase | undefined {
  return ALL.get(check);
}

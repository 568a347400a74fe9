import { language } from './language.ts';
import { ARCH_PHRASES } from './phrases/arch.ts';
import { CAPABILITY_PHRASES } from './phrases/capability.ts';
import { FAULT_PHRASES } from './phrases/fault.ts';
import { MEMSLOT_PHRASES } from './phrases/memslot.ts';
import { NESTED_PHRASES } from './phrases/nested.ts';
import type { Phrases } from './phrases/phrase.ts';
import { SIZE_PHRASES } from './phrases/size.ts';
import { USUAL_TELLINGS } from './questions/usual.ts';
import { USUAL_WORDS } from './vocabulary/usual.ts';

/** Every check that a usual question makes. */
export const USUAL_PHRASES: Phrases = {
  ...CAPABILITY_PHRASES,
  ...MEMSLOT_PHRASES,
  ...FAULT_PHRASES,
  ...NESTED_PHRASES,
  ...SIZE_PHRASES,
  ...ARCH_PHRASES,
};

/** Says the answers of the questions that `src/model/usual.ts` has. */
export const USUAL_LANGUAGE = language(USUAL_PHRASES, USUAL_WORDS, USUAL_TELLINGS);

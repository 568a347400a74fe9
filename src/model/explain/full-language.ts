import { language } from './language.ts';
import { ABORT_PHRASES } from './phrases/abort.ts';
import { BLOCK_PHRASES } from './phrases/block.ts';
import { CONTROL_PHRASES } from './phrases/controls.ts';
import { LOOKUP_PHRASES } from './phrases/lookup.ts';
import { MEMSLOT_REQUEST_PHRASES } from './phrases/memslot-request.ts';
import { PGTABLE_PHRASES } from './phrases/pgtable.ts';
import type { Phrases } from './phrases/phrase.ts';
import { SELDOM_TELLINGS } from './questions/seldom.ts';
import { USUAL_TELLINGS } from './questions/usual.ts';
import { USUAL_PHRASES } from './usual-language.ts';
import { SELDOM_WORDS } from './vocabulary/seldom.ts';
import { USUAL_WORDS } from './vocabulary/usual.ts';

const PHRASES: Phrases = {
  ...USUAL_PHRASES,
  ...MEMSLOT_REQUEST_PHRASES,
  ...ABORT_PHRASES,
  ...LOOKUP_PHRASES,
  ...BLOCK_PHRASES,
  ...PGTABLE_PHRASES,
  ...CONTROL_PHRASES,
};

/** Says every answer that the model gives. */
export const FULL_LANGUAGE = language(
  PHRASES,
  { ...USUAL_WORDS, ...SELDOM_WORDS },
  { ...USUAL_TELLINGS, ...SELDOM_TELLINGS },
);

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readGlossary } from '../lists/glossary.ts';
import { contentDir } from '../places.ts';
import { TermIndex } from './term-marks.ts';

let last: { changed: number; index: TermIndex } | null = null;

/** The terms as the glossary has them now; read again only where the file has changed. */
export function currentTerms(): TermIndex {
  const file = join(contentDir(), 'data/glossary.json');
  const changed = existsSync(file) ? statSync(file).mtimeMs : 0;
  if (last?.changed !== changed)
    last = { changed, index: new TermIndex(readGlossary(contentDir(), new Set()).terms) };
  return last.index;
}

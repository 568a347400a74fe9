import { memoryName } from '../../../model/index.ts';
import type { Attributes } from '../../../model/index.ts';

/** The short name, with both halves where they differ. */
export function memoryWords(
  attrs: Pick<Attributes, 'type' | 'device' | 'inner' | 'outer'>,
): string {
  const name = memoryName(attrs);
  if (name !== 'mixed') return name;
  return `inner ${attrs.inner?.cacheability}, outer ${attrs.outer?.cacheability}`;
}

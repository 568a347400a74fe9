import type { Fact } from './markdown.ts';

/** How the place of a statement begins that no collected fact has. */
const OWN = 'read for this book: ';

/** The statements of a written list that were read for the book, and verified there. */
export function ownFacts(written: string): Fact[] {
  return (JSON.parse(written) as Fact[]).filter(({ where }) => where.startsWith(OWN));
}

/** Numbers of one kind that are worded; more of them say no more. */
const MOST = 8;

/** A value, and the line in which it stands; null for a choice. */
export interface Given {
  readonly value: string;
  readonly line: number | null;
}

/** What is known, as far as the numbers in it are asked for: a `Situation` is one. */
export interface KnownNumbers {
  get(key: string): Given | null;
  readonly book: {
    facts(): readonly (Given & { readonly key: string })[];
    readonly lines: { readonly raw: readonly string[] };
  };
}

/** What was chosen, or else every value of the text. */
export function allOf(s: KnownNumbers, key: string): readonly Given[] {
  const known = s.get(key);
  if (known === null || known.line === null) return known ? [known] : [];
  return s.book
    .facts()
    .filter((fact) => fact.key === key)
    .slice(0, MOST);
}

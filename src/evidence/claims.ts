import type { Rule } from './rules.ts';

/** What is asked of a claim here. */
interface Said {
  readonly text: string;
  readonly sources: readonly string[];
}

/** Too common to say which check is meant. */
const COMMON: ReadonlySet<string> = new Set(['vm_flags', 'PAGE_SIZE', 'HCR_EL2', 'ESR_EL2']);

/**
 * The claims of the guide that a rule stands behind: they name all that its check names, and rest on a
 * source in which it was read. None for a check that names nothing.
 */
export function claimsOf<T extends Said>(
  { check, read }: Pick<Rule, 'check' | 'read'>,
  claims: readonly T[],
): readonly T[] {
  const names = [...new Set(check.match(/\w+_\w+(?:\.\w+)?/g))].filter((name) => !COMMON.has(name));
  if (names.length === 0) return [];
  const has = names.map(
    (name) => new RegExp(`(?<![\\w.])${name.replace('.', String.raw`\.`)}(?!\\w)`),
  );
  return claims.filter(
    ({ text, sources }) =>
      sources.some((source) => read.includes(source)) && has.every((name) => name.test(text)),
  );
}

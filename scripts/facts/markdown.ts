/** A statement of the collected facts: where it stands, how far it is supported, and by what. */
export interface Fact {
  readonly where: string;
  readonly status: string;
  readonly sources: readonly string[];
}

/** A status word, any words up to a bracket, and the ids in it; or ids alone. */
const CITATION = /(?:\b(confirmed|inferred|general-knowledge)\b[^[\]()]*\)?\s*)?\[([^\]]+)\]/g;

/** A status word that opens the bracket itself, as in "[inferred from SEED]". */
const INSIDE = /^(confirmed|inferred|general-knowledge)\b/;

/**
 * Statements of a Markdown text with their status and sources. Ids without a status word have the
 * status that their section declares first; in a section that declares none they are left out.
 */
export function factsOfMarkdown(name: string, text: string, ids: ReadonlySet<string>): Fact[] {
  const facts: Fact[] = [];
  let where = name;
  let section: string | null = null;
  for (const line of text.split('\n')) {
    const heading = /^#+\s+(?:([\d.]*\d)\.?\s|(.+))/.exec(line);
    if (heading !== null) section = null;
    // The title names the whole text, which the file name does already.
    if (heading !== null && !line.startsWith('# '))
      where = `${name} ${heading[1] ?? heading[2] ?? ''}`;
    for (const [, word, inside = ''] of line.matchAll(CITATION)) {
      const sources = inside.split(/[,;]?\s+/).filter((id) => ids.has(id));
      const status: string | null = word ?? INSIDE.exec(inside)?.[1] ?? section;
      if (sources.length === 0 || status === null) continue;
      section ??= status;
      facts.push({ where: where.trim(), status, sources });
    }
  }
  return facts;
}

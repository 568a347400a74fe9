import { z } from 'astro/zod';
import type { Claim } from '../page/claims.ts';
import { readEntries, type ListKind } from './entries.ts';
import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';

/** One entry of `content/data/facts.json`: a statement that was read, without its words. */
const fact = z.strictObject({
  /** Where the statement stands in the collected facts. */
  where: z
    .string()
    .min(1)
    .meta({ description: 'a place in the facts', examples: ['"history.md 1.3"'] }),
  status: z.enum(['confirmed', 'inferred', 'general-knowledge', 'unknown']).meta({
    description: 'one of confirmed, inferred, general-knowledge, unknown',
    examples: ['"confirmed"'],
  }),
  /** The sources that the statement rests on. */
  sources: z
    .array(z.string())
    .min(1)
    .meta({ description: 'a list of source ids', examples: ['["V10-6"]'] }),
});

const KIND = {
  name: 'facts',
  schema: fact,
  one: 'statement',
  many: 'statements',
  key: 'where',
  numbered: true,
  optional: true,
  syntax: 'data-syntax',
  field: 'data-field',
} as const satisfies ListKind<typeof fact>;

/** What the facts say of sources: which of them confirm something, and sets that never do. */
export interface Evidence {
  /** Number of statements; 0 where the book has no facts, and then nothing is judged. */
  readonly size: number;
  /** Sources of any statement. */
  readonly stated: ReadonlySet<string>;
  readonly confirming: ReadonlySet<string>;
  readonly doubtful: ReadonlySet<string>;
}

/** Reads the statuses of the facts. */
export function readEvidence(content: string): { evidence: Evidence; problems: Problem[] } {
  const { entries, problems } = readEntries(content, KIND);
  const facts = entries.flatMap(({ value }) => value ?? []);
  const sure = facts.filter(({ status }) => status === 'confirmed');
  const sureSets = new Set(sure.map(({ sources }) => setName(sources)));
  const others = facts.map(({ sources }) => setName(sources)).filter((set) => !sureSets.has(set));
  const evidence = {
    size: facts.length,
    stated: new Set(facts.flatMap(({ sources }) => sources)),
    confirming: new Set(sure.flatMap(({ sources }) => sources)),
    doubtful: new Set(others),
  };
  return { evidence, problems };
}

function setName(sources: readonly string[]): string {
  return [...new Set(sources)].sort().join(' ');
}

/** Claims shown as confirmed though the facts confirm nothing by their sources. */
export function checkEvidence(page: Page, claims: readonly Claim[], evidence: Evidence): Problem[] {
  if (evidence.size === 0) return [];
  return claims.flatMap(({ status, sources, line }): Problem[] => {
    if (status !== 'confirmed') return [];
    const weak = sources.filter((id) => !evidence.confirming.has(id));
    const together = evidence.doubtful.has(setName(sources));
    if (weak.length === 0 && !together) return [];
    return [
      {
        code: 'claim-status-facts',
        file: page.file,
        line,
        received: `status="confirmed" with src="${sources.join(' ')}"`,
        expected:
          weak.length > 0
            ? `sources that confirm a statement of content/data/facts.json; not so ${weak.join(', ')}`
            : 'another status; the facts have these sources only for what is not confirmed',
        remedy: 'Write status="inferred", or cite a source that says it.',
      },
    ];
  });
}

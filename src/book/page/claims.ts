import type { Element, Page } from './page.ts';
import { stableId } from '../../link/stable-id.ts';
import type { Problem } from '../problems.ts';
import { unknownSource } from '../lists/unknown-source.ts';

/** How far a claim is supported: read in its source, derived from it, or open. */
export const STATUSES = ['confirmed', 'inferred', 'unknown'] as const;
export type Status = (typeof STATUSES)[number];

/** A sentence of a page with the sources that it rests on. */
export interface Claim {
  /** Its place among the claims of its page, from 1. */
  n: number;
  /** Its address, on its page and in the list of evidence: by its page and its words alone. */
  id: string;
  line: number;
  /** Its words. */
  text: string;
  /** Ids from the source list, in the order of the page. */
  sources: readonly string[];
  status: Status;
  /** Of an unknown claim: where an answer was looked for, without a full stop. */
  searched?: string;
}

/** Claims of a page that are in order, and what is wrong with the others. */
export function readClaims(
  page: Page,
  ids: ReadonlySet<string>,
): { claims: Claim[]; problems: Problem[] } {
  const elements = page.elements.filter(({ name }) => name === 'Claim');
  const claims: Claim[] = [];
  const problems: Problem[] = [];
  for (const [index, element] of elements.entries()) {
    const sources = sourcesNamed(element);
    const status = STATUSES.find((word) => word === element.attributes.get('status'));
    const unknown = sources.filter((id) => !ids.has(id));
    problems.push(
      ...unknown.map((id) =>
        unknownSource({ code: 'claim-source', file: page.file, line: element.line, id }, id, ids),
      ),
    );
    if (sources.length === 0) problems.push(noSource(element));
    if (status === undefined) problems.push(wrongStatus(element));
    const searched = element.attributes.get('searched');
    if (status === 'unknown' && !isSearch(searched)) problems.push(notSearched(element));
    if (status !== undefined && sources.length > 0 && unknown.length === 0) {
      const { line, text } = element;
      const again = claims.filter((claim) => claim.text === text).length;
      const id = stableId(text, `${page.route}\n${text}${'\n'.repeat(again)}`);
      const claim = { n: index + 1, id, line, text, sources, status };
      claims.push(isSearch(searched) ? { ...claim, searched } : claim);
    }
  }
  if (page.statesFacts && elements.length === 0) problems.push(noClaim(page));
  return { claims, problems };

  function noSource({ line, attributes }: Element): Problem {
    return {
      code: 'claim-source',
      file: page.file,
      line,
      received: attributes.get('src') === null ? 'src={...}' : 'a claim without src',
      expected: 'src="..." with one or more ids from content/data/sources.json',
      remedy: 'Write <Claim src="..." status="...">.',
    };
  }

  function wrongStatus({ line, attributes }: Element): Problem {
    return {
      code: 'claim-status',
      file: page.file,
      line,
      received: attributes.get('status') ?? 'no status',
      expected: STATUSES.join(', '),
      remedy: 'Write status="confirmed" only where the source itself says it.',
    };
  }

  function notSearched({ line, attributes }: Element): Problem {
    return {
      code: 'claim-searched',
      file: page.file,
      line,
      received: attributes.get('searched') ?? 'status="unknown" without searched="..."',
      expected: 'searched="..." with the places that were searched, without a full stop',
      remedy: 'Search the cited source, our own runs and the facts, and name what you searched.',
    };
  }
}

/** Words of at least ten letters, without a full stop: the page adds it. */
function isSearch(searched: string | null | undefined): searched is string {
  return /^\S.{9,}[^.]$/.test(searched ?? '');
}

/** Ids as the attribute has them, known or not. */
export function sourcesNamed({ attributes }: Element): string[] {
  return (attributes.get('src') ?? '').split(/\s+/).filter(Boolean);
}

function noClaim(page: Page): Problem {
  return {
    code: 'claim-none',
    file: page.file,
    line: 1,
    received: 'prose under headings, and no claim',
    expected: 'a <Claim> around each sentence that a source supports',
    remedy: 'Write <Claim src="..." status="...">the sentence</Claim>.',
  };
}

import type { Book } from './book.ts';
import type { Page } from './page/page.ts';
import type { Problem, ProblemCode } from './problems.ts';

/** Rules about what rests on what. */
const RULES: ReadonlySet<ProblemCode> = new Set([
  'claim-source',
  'claim-status',
  'claim-none',
  'claim-status-facts',
  'data-source',
  'source-uncited',
]);

/** True for a problem that the report of claims must fail for. */
export function breaksClaimRule({ code }: Problem): boolean {
  return RULES.has(code);
}

/** What the book rests on: pages, claims by status, sources, and paragraphs that cite nothing. */
export function renderClaims({ pages, claims, sources, cited }: Book): string {
  const all = [...claims.values()].flat();
  const byClaims = new Set(all.flatMap((claim) => claim.sources));
  const byData = new Set([...cited.values()].flatMap((ids) => [...ids]));
  const elsewhere = [...sources.keys()].filter((id) => byData.has(id) && !byClaims.has(id));
  const nowhere = [...sources.keys()].filter((id) => !byData.has(id) && !byClaims.has(id));
  const status = (word: string) => all.filter((claim) => claim.status === word).length;
  const bare = pages.flatMap((page) => unsourced(page));
  return [
    `pages                     ${pages.length}`,
    `claims                    ${all.length}`,
    `  confirmed               ${status('confirmed')}`,
    `  inferred                ${status('inferred')}`,
    `  unknown                 ${status('unknown')}`,
    `sources                   ${sources.size}`,
    `  cited by claims         ${byClaims.size}`,
    `  cited by data or model  ${elsewhere.length}`,
    `  cited by no page        ${nowhere.length}${list(nowhere)}`,
    `paragraphs without claim  ${bare.length}`,
    ...bare,
    '',
  ].join('\n');
}

function list(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `: ${ids.join(' ')}`;
}

/** Place and first words of each paragraph under a heading that makes no claim. */
function unsourced({ file, paragraphs }: Page): string[] {
  return paragraphs
    .filter(({ claimed }) => !claimed)
    .map(({ line, text }) => `  ${file}:${line}  ${short(text)}`);
}

function short(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60).replace(/\s+\S*$/, '')} ...`;
}

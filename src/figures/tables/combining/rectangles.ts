import { combineStages } from '../../../model/index.ts';
import type { Combined } from '../../../model/index.ts';
import { MEM_ATTRS } from '../../combine/stages.ts';
import { groupBy } from '../group-by.ts';
import { FAMILIES } from './families.ts';
import type { Family } from './families.ts';
import { memoryWords } from './memory-words.ts';

/** One answer, with every pair of stage 1 and stage 2 that gives it: each family with each MemAttr. */
export interface Rectangle extends Coding {
  readonly families: readonly Family[];
  readonly memAttrs: readonly number[];
  /** The answer for the first pair; the others differ in hints, shareability and XS alone. */
  readonly result: Combined;
}

/** How stage 2 is read. */
export interface Coding {
  readonly fwb: boolean;
  readonly mtePerm: boolean;
}

const ask = (family: Family, memAttr: number, coding: Coding): Combined =>
  combineStages({ s1: { attr: family.bytes[0]?.attr ?? 0 }, s2: { memAttr }, ...coding });

/** What the table tells apart: type, cacheability, tagging, and what is left open. */
export function kindOf(result: Combined): string {
  const { type, device, inner, outer, tagged, noTagAccess, permitted } = result;
  const open = device === null && (inner === null || outer === null);
  const names = open ? permitted.map(memoryWords) : [];
  const tags = [tagged === true, noTagAccess === true];
  const parts = [type, device, inner?.cacheability, outer?.cacheability, ...tags];
  return [...parts, ...new Set(names)].join();
}

/** Whether a pair belongs to the table. */
type Belongs = (family: Family, memAttr: number) => boolean;

/** The pairs that FEAT_MTE_PERM gives another answer. */
export const changedByMtePerm =
  (fwb: boolean): Belongs =>
  (family, memAttr) =>
    kindOf(ask(family, memAttr, { fwb, mtePerm: false })) !==
    kindOf(ask(family, memAttr, { fwb, mtePerm: true }));

/** One row of pairs with one MemAttr and one answer. */
function strips(memAttr: number, coding: Coding, belongs: Belongs): Rectangle[] {
  const families = FAMILIES.filter((family) => belongs(family, memAttr));
  const alike = groupBy(families, (family) => kindOf(ask(family, memAttr, coding)));
  return alike.map((group) => {
    const result = ask(group[0] as Family, memAttr, coding);
    return { ...coding, families: group, memAttrs: [memAttr], result };
  });
}

/** The pairs of a coding, as few rectangles; each pair is in one. */
export function rectangles(coding: Coding, belongs: Belongs = () => true): Rectangle[] {
  const all = MEM_ATTRS.flatMap((memAttr) => strips(memAttr, coding, belongs));
  const alike = groupBy(
    all,
    ({ families, result }) => `${kindOf(result)}/${families.map(({ name }) => name).join()}`,
  );
  return alike.map((alikeStrips) => ({
    ...(alikeStrips[0] as Rectangle),
    memAttrs: alikeStrips.flatMap(({ memAttrs }) => memAttrs),
  }));
}

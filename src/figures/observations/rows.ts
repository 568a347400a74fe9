import { endingOf } from '../../observations/outcome.ts';
import type { Recorded, RecordedCase } from '../../observations/schema.ts';
import { groupBy } from '../tables/group-by.ts';
import { accessesWords, accessWords, restWords, situationWords } from './case-words.ts';
import { cellsOf, unmarkedCells, type Cell } from './cell.ts';
import { cpuColumns, kernelColumns, type ColumnGroup } from './columns.ts';
import { FAMILIES, familyOf, type Family } from './family.ts';

/** Cases of one situation that end alike wherever they ran. */
export interface MapRow {
  /** The cases, each once, as the first run has them that came to the guest. */
  readonly cases: readonly RecordedCase[];
  readonly situation: string;
  readonly access: string;
  readonly cells: readonly Cell[];
}

/** A family with its part of the map. */
export interface MapPart extends Family {
  readonly groups: readonly ColumnGroup[];
  readonly rows: readonly MapRow[];
  /** The runs that have its cases. */
  readonly runs: readonly Recorded[];
}

/** Where the runs of a map stand, and what of it is drawn. */
export interface MapForm {
  /** Places the runs that have cases of a family. */
  readonly columnsOf: (runs: readonly Recorded[]) => readonly ColumnGroup[];
  /** Groups are held beside each other: no cell goes over their border, and none has a mark. */
  readonly sideBySide: boolean;
}

/** A CPU a column, with the marks of agreement. */
export const BY_CPU: MapForm = { columnsOf: cpuColumns, sideBySide: false };

/** The kernels side by side, a kind of host a column. */
export const BY_KERNEL: MapForm = { columnsOf: kernelColumns, sideBySide: true };

/** The map of some cases, family by family. */
export function mapParts(
  runs: readonly Recorded[],
  ids: readonly string[],
  { columnsOf, sideBySide }: MapForm,
): readonly MapPart[] {
  const cases = ids.flatMap((id) => caseNamed(runs, id) ?? []);
  return FAMILIES.flatMap((family) => {
    const own = cases.filter((one) => familyOf(one) === family.slug);
    const asked = new Set(own.map(({ id }) => id));
    const having = runs.filter((run) => run.cases.some(({ id }) => asked.has(id)));
    const groups = columnsOf(having);
    const cellsIn = (names: readonly string[]): Cell[] =>
      sideBySide
        ? groups.flatMap(({ columns }) => unmarkedCells(columns, names))
        : cellsOf(
            groups.flatMap(({ columns }) => columns),
            names,
          );
    const rows = rowsOf(family.slug, own, having).map((row) => ({
      ...row,
      cells: cellsIn(row.cases.map(({ id }) => id)),
    }));
    return rows.length > 0 ? [{ ...family, groups, rows, runs: having }] : [];
  });
}

/** A case as a run has it in which a guest ran, where there is one. */
function caseNamed(runs: readonly Recorded[], id: string): RecordedCase | undefined {
  const all = runs.flatMap(({ cases }) => cases.filter((one) => one.id === id));
  return all.find(({ guest }) => guest !== null) ?? all[0];
}

function rowsOf(
  family: string,
  cases: readonly RecordedCase[],
  runs: readonly Recorded[],
): Omit<MapRow, 'cells'>[] {
  const ends = new Map(cases.map(({ id }) => [id, endsOn(runs, id)]));
  const alike = groupBy(cases, (one) => `${situationKey(one)} ${ends.get(one.id)}`);
  // Protections that end alike for the same accesses share a row, where nothing else has a type.
  const rows = groupBy(alike, (group) => {
    const [first] = group as [RecordedCase];
    const typed = first.second !== null || first.then?.vma || first.vma.entry !== null;
    const { pgprot, attrIndx, ...vma } = first.vma;
    const accesses = group.map(accessWords);
    return JSON.stringify([
      situationKey({ ...first, vma: vma as RecordedCase['vma'] }),
      typed ? [pgprot, attrIndx] : accesses,
      ends.get(first.id),
    ]);
  }).map((group) => group.flat());
  // Cases that came to the program later stand beside those that differ from them in the access alone.
  return groupBy(rows, ([one]) => (one ? restWords(family, one).join() : ''))
    .flat()
    .map((own) => ({
      cases: own,
      situation: situationWords(family, own),
      access: accessesWords(own),
    }));
}

/** Everything that a case is, but for the access. */
const situationKey = ({ vma, second, slot, then, guest }: RecordedCase): string =>
  JSON.stringify([vma, second, slot?.flags, then && [then.move, then.flags, then.vma], guest?.at]);

/** How a case ends on each run. */
const endsOn = (runs: readonly Recorded[], id: string): string =>
  JSON.stringify(
    runs.map((run) => run.cases.filter((one) => one.id === id).map((one) => endingOf(run, one))),
  );

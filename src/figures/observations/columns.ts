import { hostOf } from '../../observations/host.ts';
import { cpuName, versionsOf } from '../../observations/runs.ts';
import type { Recorded } from '../../observations/schema.ts';
import { groupBy } from '../tables/group-by.ts';

/** Room for a sign; for its short word; for an errno; for an errno and a mark. */
export type Width = 1 | 2 | 3 | 4;

/** A column of a map: one run, or the runs of a kernel on one kind of host. */
export interface Column {
  /** What stands over the column: `v1` for neoverse-v1, or a kind of host. */
  readonly name: string;
  /** The same in full. */
  readonly full: string;
  readonly runs: readonly Recorded[];
  readonly width: Width;
}

/** Neighbouring columns under one heading. */
export interface ColumnGroup {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** Kinds of host, and pKVM, which has a rule of its own. */
const KINDS = ['FWB and DIC', 'FWB alone', 'DIC alone', 'neither', 'pKVM'] as const;

/** The kind of host that a run was made on. */
export function hostKind(run: Recorded): (typeof KINDS)[number] {
  const { fwb, dic } = hostOf(run);
  if (run.mode === 'protected') return 'pKVM';
  if (fwb) return dic ? 'FWB and DIC' : 'FWB alone';
  return dic ? 'DIC alone' : 'neither';
}

/** Fewer columns than this have room for words. */
const FEW = 5;

/** On pKVM one CPU often stands alone, and needs the room for a word. */
const widthOf = (name: string, pkvm: Width, others: Width): Width =>
  name === 'pKVM' ? pkvm : others;

/** A CPU model without its family, which its number implies: `a72` for cortex-a72. */
const modelNumber = ({ cpu }: Recorded): string => cpu.replace(/^(?:cortex|neoverse)-/, '');

/** The name over a column: the model, and the mode where it is not the usual one. */
export const shortName = (run: Recorded): string =>
  cpuName(run).replace(run.cpu, modelNumber(run)).replace(/[(),]/g, '');

/** The runs of one kernel, a column each; the modes of a CPU stand beside each other. */
export function cpuColumns(runs: readonly Recorded[]): readonly ColumnGroup[] {
  const byCpu = groupBy(runs, ({ cpu }) => cpu).flat();
  return KINDS.map((name) => ({
    name,
    columns: byCpu
      .filter((run) => hostKind(run) === name)
      .map((run) => ({
        name: shortName(run).replace(` ${name}`, ''),
        full: cpuName(run),
        runs: [run],
        width: widthOf(name, 4, byCpu.length < FEW ? 4 : 1),
      })),
  })).filter(({ columns }) => columns.length > 0);
}

/** All kernels side by side, a column for each kind of host. */
export function kernelColumns(runs: readonly Recorded[]): readonly ColumnGroup[] {
  return versionsOf(runs).map((version) => ({
    name: `Linux ${version}`,
    columns: KINDS.map((name) => ({
      name,
      full: `Linux ${version}, ${name}`,
      width: widthOf(name, 3, 2),
      runs: runs.filter((run) => run.kernel.version === version && hostKind(run) === name),
    })).filter((column) => column.runs.length > 0),
  }));
}

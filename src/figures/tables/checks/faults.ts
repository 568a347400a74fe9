import { KERNELS } from '../../../model/index.ts';
import type { Kernel } from '../../../model/index.ts';
import { nameCode } from '../../show/name-code.ts';
import { runsOf } from '../group-by.ts';
import { code, filterOf, slug } from '../table.ts';
import type { Group, Row, Table } from '../table.ts';
import { checksOf } from './by-kernel.ts';
import type { OrderedCheck } from './order.ts';
import { aboutCheck, checkId, endsCell, endWords, followsCell } from './words.ts';

function row(kernel: Kernel, { step, ends }: OrderedCheck, i: number): Row {
  const goesOn = ends.length === 0;
  return {
    id: `${kernel}-${checkId(step)}`,
    name: nameCode(step.check),
    about: aboutCheck(step),
    cells: [String(i + 1), endsCell(ends), followsCell(ends)],
    keys: {
      kernel: [slug(kernel)],
      ends: goesOn ? [] : ['exit', ...endWords(ends).map(slug)],
    },
  };
}

/** The checks of a kernel under the functions that make them. */
function groupsOf(kernel: Kernel, checks: readonly OrderedCheck[]): Group[] {
  const rows = new Map(checks.map((check, i) => [check, row(kernel, check, i)] as const));
  return runsOf(checks, ({ step }) => step.in).map(([where, own]) => ({
    heading: [`${kernel} `, code(where)],
    rows: own.flatMap((check) => rows.get(check) ?? []),
  }));
}

/** Everything that a stage-2 fault goes through, in the order of each kernel. */
export function faultTable(): Table {
  const byKernel = KERNELS.map((kernel) => [kernel, checksOf('handleFault', kernel)] as const);
  const ends = byKernel.flatMap(([, checks]) => checks.flatMap((check) => endWords(check.ends)));
  const exits = filterOf('ends', 'Ends with', ends);
  return {
    name: 'fault',
    columns: ['Check', 'No.', 'Ends with', 'Who sees what'],
    groups: byKernel.flatMap(([kernel, checks]) => groupsOf(kernel, checks)),
    filters: [
      filterOf('kernel', 'Kernel', KERNELS),
      { ...exits, options: [['exit', 'any exit'], ...exits.options] },
    ],
  };
}

import { KERNELS, prepareMemoryRegion } from '../../../model/index.ts';
import type { Kernel } from '../../../model/index.ts';
import { nameCode } from '../../show/name-code.ts';
import { code, filterOf, NOTHING, slug } from '../table.ts';
import type { Group, Row, Table } from '../table.ts';
import { runsOf } from '../group-by.ts';
import { checksByKernel } from './by-kernel.ts';
import type { OrderedQuestion } from './cases.ts';
import type { OrderedCheck } from './order.ts';
import { oneOrder } from './topological.ts';
import { aboutCheck, checkId, endsCell, endWords } from './words.ts';

/** A check with its place in each kernel that makes it, from 1. */
interface Shared extends OrderedCheck {
  readonly places: ReadonlyMap<Kernel, number>;
}

/** The checks of all kernels in one order. */
function sharedChecks(question: OrderedQuestion, where: string | null): Shared[] {
  const byKernel = [...checksByKernel(question, where)];
  const order = oneOrder(byKernel.map(([, checks]) => checks.map(({ step }) => step.check)));
  return order.flatMap((check) => {
    const own = byKernel.flatMap(([kernel, checks]) => {
      const at = checks.findIndex(({ step }) => step.check === check);
      const found = checks[at];
      return found ? [{ kernel, place: at + 1, found }] : [];
    });
    const newest = own.at(-1);
    if (!newest) return [];
    const places = new Map(own.map(({ kernel, place }) => [kernel, place] as const));
    const source = [...new Set(own.flatMap(({ found }) => found.step.source))];
    return [{ ends: newest.found.ends, step: { ...newest.found.step, source }, places }];
  });
}

/** The checks that are made again for a second VMA. */
function repeatedChecks(): ReadonlySet<string> {
  const vmas = [{ vmPfnmap: true }, { vmPfnmap: true }];
  const again = KERNELS.flatMap((kernel) => {
    const { because } = prepareMemoryRegion(kernel, { vmas, fwb: true, dic: true });
    const checks = because.map(({ check }) => check);
    return checks.filter((check, i) => checks.indexOf(check) < i);
  });
  return new Set(again);
}

function row({ step, ends, places }: Shared): Row {
  return {
    id: checkId(step),
    name: nameCode(step.check),
    about: aboutCheck(step),
    cells: [endsCell(ends), ...KERNELS.map((kernel) => String(places.get(kernel) ?? NOTHING))],
    keys: { kernel: [...places.keys()].map(slug), ends: endWords(ends).map(slug) },
  };
}

/**
 * The checks of a question in the order in which KVM makes them, each with how it ends the question
 * and with its place in each kernel; those of one function where it is named.
 */
export function sharedTable(
  name: string,
  question: OrderedQuestion,
  where: string | null = null,
): Table {
  const checks = sharedChecks(question, where);
  const repeated = repeatedChecks();
  const partOf = ({ step }: Shared): string =>
    repeated.has(step.check) ? `${step.in}, for each VMA` : step.in;
  const groups = runsOf(checks, partOf).map(([heading, part]): Group => ({
    heading: code(heading),
    rows: part.map(row),
  }));
  return {
    name,
    columns: ['Check', 'Ends with', ...KERNELS],
    groups,
    filters: [
      filterOf('kernel', 'Kernel', KERNELS),
      filterOf(
        'ends',
        'Ends with',
        checks.flatMap(({ ends }) => endWords(ends)),
      ),
    ],
  };
}

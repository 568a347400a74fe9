import { alikeOn, type Alike } from '../../observations/outcome.ts';
import { caseIds, cpuName, versionsOf } from '../../observations/runs.ts';
import type { Recorded } from '../../observations/schema.ts';
import { kernelRoute } from '../../observations/seen.ts';
import { h } from '../show/node.ts';
import type { Child } from '../show/node.ts';
import { groupBy } from '../tables/group-by.ts';
import { code, keep, more, NOTHING } from '../tables/table.ts';
import type { Group, Row, Table } from '../tables/table.ts';
import { endingChip } from './ending.ts';

/** The kernels of some runs, each a link to the case, with their CPUs; those of the same CPUs share a line. */
function where(runs: readonly Recorded[], id: string): Child[] {
  const kernels = versionsOf(runs).map((version) =>
    runs.filter(({ kernel }) => kernel.version === version),
  );
  return groupBy(kernels, (own) => own.map(cpuName).join(', ')).map((alike) => {
    const links = alike.flatMap(([run], i): Child[] =>
      run === undefined
        ? []
        : [
            i === 0 ? '' : ', ',
            h(
              'a',
              { class: 'tab-keep', href: `${kernelRoute(run)}#case-${id}` },
              `${i === 0 ? 'Linux ' : ''}${run.kernel.version}`,
            ),
          ],
    );
    const cpus = (alike[0] ?? []).flatMap((run, i) => [i === 0 ? ': ' : ', ', keep(cpuName(run))]);
    return h('span', { class: 'tab-line' }, ...links, ...cpus);
  });
}

/** Fields of a leaf or an entry, `SH 3` and the like, none torn from its value. */
const fields = (words: string): Child[] =>
  words.split(', ').flatMap((field, i) => [i === 0 ? '' : ', ', keep(field)]);

function row(id: string, { outcome, runs }: Alike, index: number): Row {
  const { ending, memslot, change, guest, calls, leaf, entry, frames } = outcome;
  return {
    id: `${id}-${index + 1}`,
    name: endingChip(ending),
    about: more(...where(runs, id)),
    cells: [
      change === null ? memslot : `${memslot}; flags: ${change}`,
      guest ?? NOTHING,
      [
        ...(leaf === null ? [calls.join('; ') || NOTHING] : fields(leaf)),
        ...(frames === null ? [] : [`; ${frames}`]),
      ],
      entry === null ? NOTHING : fields(entry),
      modelWords(outcome.compared.rows),
    ],
  };
}

/** What the model says to it; what it was not asked about the run itself stands beside that. */
function modelWords(rows: Alike['outcome']['compared']['rows']): string {
  const has = (one: string) => rows.some(({ verdict }) => verdict === one);
  const unasked = rows.some(({ point, verdict }) => point === 'KVM_RUN' && verdict === 'not asked');
  const word = has('differs') ? 'differs' : has('agrees') ? 'agrees' : 'not asked';
  return unasked && word === 'agrees' ? 'agrees; KVM_RUN not asked' : word;
}

/**
 * Cases in which the host's entries are typed otherwise than their VMA, or could be: those of the lab's
 * module and of drivers. The guest reads, and the VMA is there when the slot is made or comes later.
 */
export const typedApartIds = (runs: readonly Recorded[]): readonly string[] =>
  caseIds(runs).filter(
    (id) => id.endsWith('-load') && !/-dirty-/.test(id) && /-entry-|radeon-/.test(id),
  );

/** Some cases, each a group; runs that saw the same stand in one row. */
export function observedTable(
  name: string,
  runs: readonly Recorded[],
  ids: readonly string[],
): Table {
  const groups = ids.map((id): Group => ({
    heading: code(id),
    rows: alikeOn(runs, id).map((alike, index) => row(id, alike, index)),
  }));
  const columns = ['End, and where', 'Memslot', 'KVM_RUN', 'Stage 2', 'Host’s entry', 'Model'];
  return { name, columns, groups };
}

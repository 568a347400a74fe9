import {
  lines,
  code,
  filterOf,
  more,
  NOTHING,
  plainRows,
  slug,
} from '../../figures/tables/table.ts';
import type { Cell, Row, Table } from '../../figures/tables/table.ts';
import { h } from '../../figures/show/node.ts';
import { groupBy } from '../../figures/tables/group-by.ts';
import { alikeOn, type Alike } from '../../observations/outcome.ts';
import type { Recorded, RecordedCase } from '../../observations/schema.ts';
import { endingChip, endingWord } from './ending.ts';
import { caseIds, cpuName } from './runs.ts';
import { kindOf, memoryWords, protectionWords } from './vma-words.ts';

const onWords = (runs: readonly Recorded[]): string => runs.map(cpuName).join(', ');

function guestWords({ guest }: RecordedCase): string {
  return guest === null ? 'no guest' : `${guest.op}, MMU ${guest.mmu ? 'on' : 'off'}`;
}

function evidence({ outcome, one }: Alike): Cell {
  const { calls, maintenance, leaf } = outcome;
  if (calls.length === 0 && leaf === null) return NOTHING;
  const cells: Cell[] = [...calls];
  if (maintenance !== 'none') cells.push(`maintained: ${maintenance}`);
  if (leaf !== null)
    cells.push([`${leaf} `, code(`${one.leaf?.descriptor}`), ` level ${one.leaf?.level}`]);
  return lines(cells);
}

/** Whether the model says the same, point by point where it does not. */
function modelCell({ outcome }: Alike): Cell {
  const { rows, evidence: disagree } = outcome.compared;
  const count = rows.filter(({ verdict }) => verdict === 'agrees').length;
  const differing = rows
    .filter(({ verdict }) => verdict === 'differs')
    .map(({ point, seen, model }): Cell =>
      h('b', {}, `differs: ${point}: ${seen}, model ${model}`),
    );
  const unasked = groupBy(
    rows.filter(({ why }) => why !== null),
    ({ why }) => why ?? '',
  ).map((own): Cell => {
    const points = own.map(({ point }) => point).join(', ');
    return more(`${points} not asked: ${own[0]?.why}`);
  });
  const agreed: Cell[] = count > 0 ? [`agrees on ${count}`] : [];
  return lines([
    ...agreed,
    ...differing,
    ...unasked,
    ...disagree.map((text): Cell => h('b', {}, text)),
  ]);
}

function verdictOf({ outcome }: Alike): string[] {
  return [...new Set(outcome.compared.rows.map(({ verdict }) => verdict))];
}

function row(alike: Alike, index: number): Row {
  const { one, outcome, runs } = alike;
  const { memslot, change, guest, ending } = outcome;
  return {
    id: index === 0 ? one.id : `${one.id}--${index + 1}`,
    name: code(one.id),
    about: more(onWords(runs)),
    cells: [
      endingChip(ending),
      change === null ? memslot : lines([memslot, `flags: ${change}`]),
      [guest ?? NOTHING, more(guestWords(one))],
      evidence(alike),
      modelCell(alike),
    ],
    keys: {
      cpu: runs.map((run) => slug(cpuName(run))),
      kind: [slug(kindOf(one.vma))],
      memory: [slug(memoryWords(one.vma))],
      type: [slug(protectionWords(one.vma))],
      guest: [one.guest?.op ?? 'none'],
      end: [slug(endingWord(ending))],
      model: verdictOf(alike).map(slug),
    },
  };
}

/** Every case of a kernel with its evidence; CPUs that saw the same stand in one row. */
export function caseTable(runs: readonly Recorded[]): Table {
  const all = caseIds(runs).map((id) => alikeOn(runs, id));
  const flat = all.flat();
  const vmas = flat.map(({ one }) => one.vma);
  return {
    name: 'case',
    columns: ['Case, and where', 'End', 'Memslot', 'Guest', 'Stage 2', 'Model'],
    groups: plainRows(all.flatMap((group) => group.map(row))),
    filters: [
      filterOf('cpu', 'CPU', runs.map(cpuName)),
      filterOf('kind', 'VMA', vmas.map(kindOf)),
      filterOf('memory', 'Memory', vmas.map(memoryWords)),
      filterOf('type', 'Protection', vmas.map(protectionWords)),
      filterOf(
        'guest',
        'Guest',
        flat.map(({ one }) => one.guest?.op ?? 'none'),
      ),
      filterOf(
        'end',
        'End',
        flat.map(({ outcome }) => endingWord(outcome.ending)),
      ),
      filterOf('model', 'Model', flat.flatMap(verdictOf)),
    ],
  };
}

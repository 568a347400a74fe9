import { alikeOn, type Alike } from '../../observations/outcome.ts';
import { caseIds, cpuName } from '../../observations/runs.ts';
import type { Recorded } from '../../observations/schema.ts';
import { h } from '../show/node.ts';
import type { Child, HElement } from '../show/node.ts';
import { groupBy } from '../tables/group-by.ts';
import { filterOf, plainRows, slug } from '../tables/table.ts';
import type { Row, Table } from '../tables/table.ts';
import { endingChip, endingWord } from './ending.ts';
import { kindOf, memoryWords, protectionWords } from './vma-words.ts';

/** Errno, exit and evidence as one sentence after another. */
function evidence({ outcome, one }: Alike): string {
  const { memslot, change, guest, calls, maintenance, leaf, entry, frames } = outcome;
  const apart = outcome.compared.rows.some(({ point }) => point === 'entry');
  const parts = [
    `memslot ${memslot}`,
    change !== null && `flags ${change}`,
    guest !== null && `KVM_RUN: ${guest}`,
    ...calls,
    calls.length > 0 && `maintained: ${maintenance}`,
    leaf !== null && `leaf ${one.leaf?.descriptor} at level ${one.leaf?.level}: ${leaf}`,
    frames !== null && frames,
    // It is told where it says another type than the VMA: on every line the page would be twice as long.
    apart && entry !== null && `the host's own entry: ${entry}`,
  ];
  return parts.filter((part) => part !== false).join('; ');
}

/** Whether the model says the same, point by point where it does not or was not asked. */
function modelWords({ outcome }: Alike): string {
  const { rows } = outcome.compared;
  const count = rows.filter(({ verdict }) => verdict === 'agrees').length;
  const unasked = groupBy(
    rows.filter(({ why }) => why !== null),
    ({ why }) => why ?? '',
  ).map((own) => `${own.map(({ point }) => point).join(', ')} not asked: ${own[0]?.why}`);
  const agreed = count > 0 ? [`The model agrees on ${count} answer${count === 1 ? '' : 's'}`] : [];
  return [...agreed, ...unasked].join('; ');
}

function differences({ outcome }: Alike): Child[] {
  const { rows, evidence: disagree } = outcome.compared;
  const differing = rows
    .filter(({ verdict }) => verdict === 'differs')
    .map(({ point, seen, model }) => `differs: ${point}: ${seen}, model ${model}`);
  return [...differing, ...disagree].map((text) => h('b', {}, ` ${text}`));
}

/** One outcome on a line of its own. Few elements: a page has more than a thousand of them. */
const line = (alike: Alike): HElement =>
  h(
    'span',
    { class: 'tab-line' },
    endingChip(alike.outcome.ending),
    ` ${alike.runs.map(cpuName).join(', ')}: ${evidence(alike)}. ${modelWords(alike)}.`,
    ...differences(alike),
  );

function row(group: readonly Alike[]): Row[] {
  const [first] = group;
  if (first === undefined) return [];
  const { one } = first;
  const verdicts = group.flatMap(({ outcome }) =>
    outcome.compared.rows.map(({ verdict }) => verdict),
  );
  return [
    {
      id: one.id,
      name: one.id,
      cells: [group.map(line)],
      keys: {
        kind: [slug(kindOf(one.vma))],
        memory: [slug(memoryWords(one.vma))],
        type: [slug(protectionWords(one.vma))],
        guest: [guestOf(first)],
        end: [...new Set(group.map(({ outcome }) => slug(endingWord(outcome.ending))))],
        model: [...new Set(verdicts)].map(slug),
      },
    },
  ];
}

const guestOf = ({ one }: Alike): string => one.guest?.op ?? 'none';

/** Every case of a kernel with its evidence; CPUs that saw the same stand on one line. */
export function caseTable(runs: readonly Recorded[]): Table {
  const all = caseIds(runs).map((id) => alikeOn(runs, id));
  const flat = all.flat();
  const vmas = flat.map(({ one }) => one.vma);
  const verdicts = flat.flatMap(({ outcome }) =>
    outcome.compared.rows.map(({ verdict }) => verdict),
  );
  const ends = flat.map(({ outcome }) => endingWord(outcome.ending));
  return {
    name: 'case',
    columns: ['Case', 'What was seen, and where'],
    groups: plainRows(all.flatMap(row)),
    filters: [
      filterOf('kind', 'VMA', vmas.map(kindOf)),
      filterOf('memory', 'Memory', vmas.map(memoryWords)),
      filterOf('type', 'Protection', vmas.map(protectionWords)),
      filterOf('guest', 'Guest', flat.map(guestOf)),
      filterOf('end', 'End', ends),
      filterOf('model', 'Model', verdicts),
    ],
  };
}

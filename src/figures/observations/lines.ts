import { alikeOn, type Alike, type Ending } from '../../observations/outcome.ts';
import type { Recorded } from '../../observations/schema.ts';
import { groupBy } from '../tables/group-by.ts';

/** What some cases showed on some runs that saw the same: said once for all of them. */
export interface Line {
  /** Ids of the cases. */
  readonly ids: readonly string[];
  readonly runs: readonly Recorded[];
  readonly ending: Ending;
  /** Errno, exit, calls, maintenance and leaf, one after another; the descriptor is one of them. */
  readonly evidence: string;
  /** Answers that the model was asked for too, and gave. */
  readonly agreed: number;
  /** What the model was not asked, each with the reason. */
  readonly unasked: readonly string[];
  /** What the model says otherwise, and where two kinds of evidence do not fit. */
  readonly differs: readonly string[];
}

/** The words of some cases: a line for each thing that was seen, over all cases and runs that saw it. */
export function linesOf(runs: readonly Recorded[], ids: readonly string[]): readonly Line[] {
  const each = ids.flatMap((id) => alikeOn(runs, id).map((alike) => lineOf(id, alike)));
  const sayings = groupBy(each, ({ runs: on, ending, evidence, unasked, differs }) =>
    JSON.stringify([
      on.map((run) => runs.indexOf(run)),
      ending,
      evidence.replace(DESCRIPTOR, ''),
      unasked,
      differs,
    ]),
  );
  return sayings.flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const agreed = same.reduce((sum, line) => sum + line.agreed, 0);
    return [{ ...first, ids: same.flatMap((line) => line.ids), agreed }];
  });
}

function lineOf(id: string, { outcome, one, runs }: Alike): Line {
  const { rows, evidence: contradictions } = outcome.compared;
  const agreeing = rows.filter(({ verdict }) => verdict === 'agrees');
  const unasked = groupBy(
    rows.filter(({ why }) => why !== null),
    ({ why }) => why ?? '',
  );
  return {
    ids: [id],
    runs,
    ending: outcome.ending,
    evidence: evidenceOf({ outcome, one, runs }),
    agreed: agreeing.length * runs.length,
    unasked: unasked.map((own) => `${own.map(({ point }) => point).join(', ')}: ${own[0]?.why}`),
    differs: [
      ...rows
        .filter(({ verdict }) => verdict === 'differs')
        .map(({ point, seen, model }) => `${point}: ${seen}, model ${model}`),
      ...contradictions,
    ],
  };
}

/** Lines are told apart without the descriptor, which has the address of the frame. */
const DESCRIPTOR = / \(0x[^)]*\)/;

function evidenceOf({ outcome, one }: Alike): string {
  const { memslot, change, guest, calls, maintenance, leaf, entry, frames } = outcome;
  const apart = outcome.compared.rows.some(({ point }) => point === 'entry');
  const parts = [
    `memslot ${memslot}`,
    change !== null && `flags ${change}`,
    guest !== null && `KVM_RUN: ${guest}`,
    ...calls,
    calls.length > 0 && `maintained: ${maintenance}`,
    leaf !== null && `leaf ${leaf} (${one.leaf?.descriptor} at level ${one.leaf?.level})`,
    frames !== null && frames,
    // It is told where it says another type than the VMA: on every line the page would be twice as long.
    apart && entry !== null && `the host’s own entry: ${entry}`,
  ];
  return parts.filter((part) => part !== false).join('; ');
}

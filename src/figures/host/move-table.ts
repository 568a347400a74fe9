import type { Values } from '../form/field.ts';
import { laneNodes, outcomeOf } from '../migration/lane.ts';
import type { AnswerRow, MoveEnd, MoveTable, Possible } from './answers.ts';

/** A move that a VMM begins without asking for capability 243, as the figure of migrations takes it. */
const moveOf = (from: Possible, to: Possible): Values => ({
  'from-fwb': from.fwb ? '1' : '0',
  'from-dic': from.dic ? '1' : '0',
  'from-does': from.kernel,
  'to-fwb': to.fwb ? '1' : '0',
  'to-dic': to.dic ? '1' : '0',
  'to-does': to.kernel,
  vma: 'cacheable',
  asks: '0',
});

/**
 * How a VM fares that moves between any two hosts of the answers. The ends are few, so a page brings them
 * as data, and the machine that searches them stays away from it.
 */
export function moveTable(rows: readonly AnswerRow[]): MoveTable {
  const ends: MoveEnd[] = [];
  const places = new Map<string, number>();
  const endOf = (from: AnswerRow, to: AnswerRow): number => {
    const move = moveOf(from, to);
    // The first line names the two hosts, which whoever draws the end does.
    const end: MoveEnd = { ...outcomeOf(move), nodes: laneNodes(move).slice(1) };
    const key = JSON.stringify(end);
    const place = places.get(key) ?? ends.push(end) - 1;
    places.set(key, place);
    return place;
  };
  return { ends, of: rows.map((from) => rows.map((to) => endOf(from, to))) };
}

import { outcomeInWords } from '../outcome.ts';
import type { Change } from './changes.ts';
import type { Flip } from './fewest-changes.ts';
import { answerOf } from './nearest-flips.ts';

/**
 * Flips as lines, such as "dic true instead of false: mapped, WB". Values of one field that give
 * the same answer share a line.
 */
export function flipsInWords(flips: readonly Flip[]): string[] {
  const groups = new Map<string, Flip[]>();
  for (const flip of flips) {
    const key = [...flip.changes.map((c) => c.field), answerOf(flip.decision)].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), flip]);
  }
  return [...groups.values()].map(line);
}

function line(group: readonly Flip[]): string {
  const first = group[0] as Flip;
  const single = group.length > 1 && first.changes.length === 1;
  const texts = single
    ? [merged(group)]
    : group.map((flip) => flip.changes.map(changeText).join(' and '));
  return `${texts.join('; or ')}: ${outcomeInWords(first.decision)}`;
}

function merged(group: readonly Flip[]): string {
  const { field, from } = (group[0] as Flip).changes[0] as Change;
  const values = group.map((flip) => String(flip.changes[0]?.to));
  return `${field} ${values.slice(0, -1).join(', ')} or ${values.at(-1)} instead of ${String(from)}`;
}

function changeText({ field, from, to }: Change): string {
  return `${field} ${to === null ? 'none' : String(to)} instead of ${from === null ? 'none' : String(from)}`;
}

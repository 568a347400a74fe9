import { readFileSync } from 'node:fs';
import { triage, type Triage } from '../../../src/triage/index.ts';

/** A row of `cases.json`: an input of a person, and the answer that is right. */
export interface Row {
  readonly id: string;
  readonly input: string;
  readonly asked?: Readonly<Record<string, string>>;
  readonly understood: readonly Readonly<Record<string, string>>[];
  readonly left: readonly string[];
  readonly excluded: Readonly<Record<string, string>>;
  readonly says: readonly string[];
  readonly next?: string;
}

const rowsOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')) as Row[];

export const ROWS = rowsOf('cases.json');
export const MORE = rowsOf('more-cases.json');

/** Values are compared as numbers where both are, and as sets where they are lists of names. */
export function same(a: string, b: string): boolean {
  const numbers = [a, b].map((text) => (/^(?:0x[0-9a-f]+|\d+)$/i.test(text) ? BigInt(text) : null));
  if (numbers[0] !== null && numbers[1] !== null) return numbers[0] === numbers[1];
  const names = (text: string) => text.split(' ').toSorted().join(' ');
  return names(a) === names(b);
}

/** What an answer gets wrong of a row; empty where it is right. */
export function wrongIn(row: Row, answer: Triage = triage(row.input, row.asked ?? {})): string[] {
  const wrong: string[] = [];
  for (const fact of row.understood) {
    for (const [key, value] of Object.entries(fact)) {
      if (!answer.understood.some((one) => one.key === key && same(one.value, value)))
        wrong.push(`not understood: ${key} ${value}`);
    }
  }
  if (row.understood.length === 0 && answer.understood.length > 0)
    wrong.push(
      `understood ${answer.understood.map(({ key, value }) => `${key} ${value}`).join(', ')}`,
    );
  const ids = (state: string) =>
    answer.reasons.filter((reason) => reason.state === state).map(({ id }) => id as string);
  const left = ids('left');
  if (left.toSorted().join(' ') !== row.left.toSorted().join(' ') || left[0] !== row.left[0])
    wrong.push(`left ${left.join(' ')}; expected ${row.left.join(' ')}`);
  const excluded = ids('excluded');
  for (const id of Object.keys(row.excluded))
    if (!excluded.includes(id)) wrong.push(`not excluded: ${id}`);
  const json = JSON.stringify(answer);
  for (const words of row.says)
    if (!new RegExp(words, 'i').test(json)) wrong.push(`does not say ${words}`);
  if (row.next !== undefined && !new RegExp(row.next, 'i').test(answer.next))
    wrong.push(`next: ${answer.next}; expected ${row.next}`);
  return wrong;
}

import type { Decision } from '../../kvm/decisions.ts';
import { outcomeInWords } from '../outcome.ts';
import { cellOf } from './columns.ts';

/** What a decision says about itself; `answer` has the verdict in words. */
const BESIDE: ReadonlySet<string> = new Set([
  'question',
  'kernel',
  'release',
  'verdict',
  'because',
  'error',
]);

/**
 * A decision as cells, by the name of their column: `answer` in words, then every field of it that is
 * no record, records as `mapping.w`. What does not hold here is left out.
 */
export function answerCells(decision: Decision): Map<string, string> {
  const cells = new Map([['answer', outcomeInWords(decision)]]);
  for (const [name, value] of Object.entries(decision))
    if (!BESIDE.has(name)) write(cells, name, value);
  return cells;
}

function write(cells: Map<string, string>, name: string, value: unknown): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) cells.set(name, value.map((one) => cellOf(one)).join(' '));
  else if (typeof value !== 'object') cells.set(name, cellOf(value));
  else for (const [inner, one] of Object.entries(value)) write(cells, `${name}.${inner}`, one);
}

/** Two decisions of a question with the same key have the same cells. Written for speed: it is asked of every row. */
export function answerKey(decision: Decision): string {
  return keyOf(decision);
}

function keyOf(one: object): string {
  let key = '';
  for (const name in one) {
    if (BESIDE.has(name) && name !== 'verdict') continue;
    const value = one[name as never] as unknown;
    key += typeof value === 'object' && value !== null ? `|{${keyOf(value)}}` : `|${String(value)}`;
  }
  return key;
}

/** Whether a decision has a field of that name that becomes a cell. */
export const isAnswerField = (name: string, decision: Decision): boolean =>
  Object.hasOwn(decision, name) && !BESIDE.has(name);

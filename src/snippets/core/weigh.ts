import type { ShowTree } from '../../model/index.ts';
import type { OutputEvent } from './types.ts';

/*
 * This also runs in the realm of a snippet, which may have replaced any method of any prototype: plain
 * syntax, and built-in functions as they were before.
 */
const { isArray } = Array;
const { keys } = Object;

/** A cell of a table is drawn with a frame. */
const FRAME = 3;

/** weigh is what an event takes of the output limit: its text, or what the page draws where that is more. */
export function weigh(event: OutputEvent): number {
  const text = event.text.length;
  const drawn =
    event.kind === 'table'
      ? weighTable(event.columns, event.rows)
      : event.kind === 'show'
        ? weighTree(event.tree)
        : 0;
  return (drawn > text ? drawn : text) + 1;
}

/** Sentences stand in the text form of a tree; the page draws what they are made of. */
function weighTree(tree: ShowTree): number {
  let said = 0;
  let drawn = 0;
  const add = (value: unknown, name: string): void => {
    if (typeof value === 'string') {
      if (name === 'sentence') said += value.length + 1;
      else drawn += value.length + 1;
    } else if (isArray(value)) {
      for (let i = 0; i < value.length; i++) add(value[i], name);
    } else if (typeof value === 'object' && value !== null) {
      const names = keys(value);
      for (let i = 0; i < names.length; i++) {
        const field = names[i] ?? '';
        if (field !== 'kind') add((value as Record<string, unknown>)[field], field);
      }
    } else drawn += 1;
  };
  add(tree, '');
  return said > drawn ? said : drawn;
}

function weighTable(columns: readonly string[], rows: readonly (readonly string[])[]): number {
  let sum = weighCells(columns);
  for (let i = 0; i < rows.length; i++) sum += weighCells(rows[i] ?? []);
  return sum;
}

function weighCells(cells: readonly string[]): number {
  let sum = 1;
  for (let i = 0; i < cells.length; i++) sum += (cells[i]?.length ?? 0) + FRAME;
  return sum;
}

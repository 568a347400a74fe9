import type { Field } from '../../base/field.ts';
import type { Domain } from '../tables/domain.ts';

/** One fact of a row: a field of the input, also one inside a VMA, or a part of the answer. */
export interface Column {
  /** The field with what it stands in, such as `vmas[0].attrIndx`, or the part, such as `mapping.w`. */
  readonly name: string;
  readonly part: 'input' | 'answer';
  /** The record that the field belongs to; null where it stands by itself. */
  readonly within: string | null;
  /** What the field says, in one line; empty for parts of the answer. */
  readonly meaning: string;
  /** Every value as it is written in a cell; of an answer those that were met so far. */
  readonly values: readonly string[];
}

/** A column of the input, and which of its values each value of its axis has. */
export interface InputColumn extends Column {
  /** The place of the axis in the domain. */
  readonly axis: number;
  /** For each value of the axis the place in `values`; -1 where a VMA that is missing has no such field. */
  readonly at: readonly number[];
}

/** The word of a cell for a record: it is there, or not. */
export const GIVEN = 'given';
export const NONE = 'none';
/** The word of a cell for a field that says something by not being there. */
export const LEFT_OUT = 'left out';

/** The columns of the inputs that a domain spans; a VMA has one for each of its fields. */
export function inputColumns(fields: readonly Field[], { axes }: Domain): InputColumn[] {
  return axes.flatMap(({ name, values }, axis) => {
    const field = fields.find((one) => one.name === name);
    if (!field) return [];
    const { accepts } = field;
    const list = accepts.kind === 'list';
    if (!list && accepts.kind !== 'record') return [columnOf(field, name, null, axis, values)];
    const place = list ? `${name}[0]` : name;
    const records = values.map((value) => (list ? (value as readonly unknown[])[0] : value));
    const varied = accepts.fields.filter((inner) =>
      records.some((record) => record !== null && inner.name in (record as object)),
    );
    return [
      ...(records.includes(null) ? [presence(field, axis, records)] : []),
      ...varied.map((inner) =>
        columnOf(
          inner,
          `${place}.${inner.name}`,
          place,
          axis,
          records.map((record) =>
            record === null ? MISSING : (record as Record<string, unknown>)[inner.name],
          ),
        ),
      ),
    ];
  });
}

/** The cells of a row in input columns; empty for a field of a VMA that is not there. */
export function inputCellsAt(columns: readonly InputColumn[], digits: readonly number[]): string[] {
  return columns.map(({ axis, at, values }) => values[at[digits[axis] as number] as number] ?? '');
}

/** Stands for the field of a record that is not there. */
const MISSING: unique symbol = Symbol('missing');

function columnOf(
  field: Field,
  name: string,
  within: string | null,
  axis: number,
  held: readonly unknown[],
): InputColumn {
  const cells = held.map((value) => (value === MISSING ? null : cellOf(value, field)));
  const values = [...new Set(cells)].filter((cell) => cell !== null);
  const at = cells.map((cell) => (cell === null ? -1 : values.indexOf(cell)));
  return { name, part: 'input', within, meaning: field.meaning, values, axis, at };
}

function presence(
  { name, meaning }: Field,
  axis: number,
  records: readonly unknown[],
): InputColumn {
  const at = records.map((record) => (record === null ? 1 : 0));
  const values = [GIVEN, NONE];
  return { name, part: 'input', within: name, meaning, values, axis, at };
}

/** A value as a cell has it: bits as 0 and 1, numbers by the name that stands for them. */
export function cellOf(value: unknown, field?: Field): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'symbol') return LEFT_OUT;
  const { accepts } = field ?? {};
  if (accepts?.kind === 'integer' && typeof value === 'number')
    return accepts.names?.[value] ?? String(value);
  return String(value);
}

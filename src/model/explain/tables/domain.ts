import type { Accepts, Field } from '../../base/field.ts';

/** The values that a field is tried with; a value left out stands for its absence. */
export interface Axis {
  readonly name: string;
  readonly values: readonly unknown[];
}

/** Every input of a question that its fields span, one axis a field. */
export interface Domain {
  readonly axes: readonly Axis[];
  /** Fields that are not varied: too wide to be tried out, and not needed. */
  readonly fixed: readonly string[];
  /** A field that is needed and too wide to be tried out: the question has no finite table. */
  readonly endless: string | null;
}

/** An axis holds this for "the field is left out". */
const ABSENT: unique symbol = Symbol('absent');

/** A range of whole numbers up to this wide is tried value by value. */
const WIDEST = 8;

/**
 * The inputs of a question as axes. A record that may be left out stays out, a list holds one item:
 * ranges and lists have no end, and what they add is a question of its own.
 */
export function domainOf(fields: readonly Field[]): Domain {
  const axes: Axis[] = [];
  const fixed: string[] = [];
  let endless: string | null = null;
  for (const field of fields) {
    const values = field.idle ? null : valuesOf(field, fixed);
    if (values !== null) axes.push({ name: field.name, values });
    else if (field.absent === 'required') endless ??= field.name;
    else fixed.push(field.name);
  }
  return { axes, fixed, endless };
}

/** How many inputs the axes span. */
export function sizeOf({ axes }: Domain): number {
  return axes.reduce((size, { values }) => size * values.length, 1);
}

/** Every input, the first axis slowest; the first input is the plainest. */
export function* inputsOf({ axes }: Domain): Generator<Readonly<Record<string, unknown>>> {
  const at = axes.map(() => 0);
  for (;;) {
    yield inputAt(axes, at);
    let turn = axes.length - 1;
    while (turn >= 0 && at[turn] === (axes[turn] as Axis).values.length - 1) at[turn--] = 0;
    if (turn < 0) return;
    at[turn] = (at[turn] as number) + 1;
  }
}

/** The input at a place on each axis. */
export function inputAt(
  axes: readonly Axis[],
  at: readonly number[],
): Readonly<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  axes.forEach(({ name, values }, i) => {
    const value = values[at[i] as number];
    if (value !== ABSENT) input[name] = value;
  });
  return input;
}

/** The place of an input in the table: one place on each axis. Null where it says more than a row. */
export function axisKey(domain: Domain, input: Readonly<Record<string, unknown>>): string | null {
  const names = new Set(domain.axes.map(({ name }) => name));
  if (Object.keys(input).some((name) => !names.has(name))) return null;
  const at = domain.axes.map(({ name, values }) => {
    const given = Object.hasOwn(input, name) ? input[name] : undefined;
    return values.findIndex((value, i) => (given === undefined ? i === 0 : alike(value, given)));
  });
  return at.includes(-1) ? null : at.join(' ');
}

/** A record says the same as one that spells the defaults out. */
function alike(row: unknown, given: unknown): boolean {
  if (typeof row !== 'object' || typeof given !== 'object') return row === given;
  if (row === null || given === null) return row === given;
  const names = new Set([...Object.keys(row), ...Object.keys(given)]);
  return [...names].every((name) => {
    const [a, b] = [row, given].map((bag) => (bag as Readonly<Record<string, unknown>>)[name]);
    return b === undefined ? a === false || a === 0 : alike(a, b);
  });
}

function valuesOf(field: Field, fixed: string[]): readonly unknown[] | null {
  const { accepts, absent, name } = field;
  if (accepts.kind === 'record') {
    if (absent !== 'required') return null;
    const records = recordsOf(accepts.fields, `${name}.`, fixed);
    return records && accepts.orNull ? [...records, null] : records;
  }
  if (accepts.kind === 'list') {
    const items = recordsOf(accepts.fields, `${name}[].`, fixed);
    return items && items.map((item) => [item]);
  }
  const values = plainValues(accepts);
  if (values === null) return null;
  if (typeof absent !== 'object') return absent === 'optional' ? [ABSENT, ...values] : values;
  // The default comes first: a search that prefers the first row prefers the plainest input.
  return [absent.default, ...values.filter((value) => value !== absent.default)];
}

function recordsOf(
  fields: readonly Field[],
  place: string,
  fixed: string[],
): readonly unknown[] | null {
  const inner = domainOf(fields);
  if (inner.endless !== null) return null;
  fixed.push(...inner.fixed.map((name) => place + name));
  return [...inputsOf(inner)];
}

function plainValues(accepts: Accepts): readonly unknown[] | null {
  if (accepts.kind === 'boolean') return [false, true];
  if (accepts.kind === 'choice' || accepts.kind === 'number') return accepts.values;
  if (accepts.kind !== 'integer' || accepts.max - accepts.min >= WIDEST) return null;
  return Array.from({ length: accepts.max - accepts.min + 1 }, (_, i) => accepts.min + i);
}

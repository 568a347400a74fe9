type Value = boolean | number | string;

/** One input with the values that a table gives it. */
export interface Axis {
  readonly name: string;
  readonly values: readonly Value[];
}

/** A value for each input. */
export type Input = Readonly<Record<string, Value>>;

/** A row of a table: the values of each input for which the answer holds; left out: any. */
export interface Merged<T> {
  readonly values: Readonly<Record<string, readonly Value[]>>;
  readonly answer: T;
}

/** Every input over the axes. */
export function allInputs(axes: readonly Axis[]): Input[] {
  let inputs: Input[] = [{}];
  for (const { name, values } of axes)
    inputs = inputs.flatMap((input) => values.map((value) => ({ ...input, [name]: value })));
  return inputs;
}

/** One axis for each name, with both values of a flag. */
export const flags = (names: readonly string[]): Axis[] =>
  names.map((name) => ({ name, values: [false, true] }));

/**
 * All inputs over the axes, with rows drawn together where values of an input lead to the same
 * rows. The axes are split in their order. Where `ask` gives null there is no such case.
 */
export function mergedRows<T>(
  axes: readonly Axis[],
  ask: (input: Input) => T | null,
  keyOf: (answer: T) => string,
): Merged<T>[] {
  return split(axes, {});

  function split(left: readonly Axis[], input: Input): Merged<T>[] {
    const [axis, ...others] = left;
    if (!axis) {
      const answer = ask(input);
      return answer === null ? [] : [{ values: {}, answer }];
    }
    const parts = new Map<string, { values: Value[]; rows: Merged<T>[] }>();
    for (const value of axis.values) {
      const rows = split(others, { ...input, [axis.name]: value });
      const shape = JSON.stringify(rows.map((row) => [row.values, keyOf(row.answer)]));
      const known = parts.get(shape);
      if (known) known.values.push(value);
      else if (rows.length > 0) parts.set(shape, { values: [value], rows });
    }
    if (parts.size === 1) return [...parts.values()].flatMap(({ rows }) => rows);
    return [...parts.values()].flatMap(({ values, rows }) =>
      rows.map((row) => ({ ...row, values: { [axis.name]: values, ...row.values } })),
    );
  }
}

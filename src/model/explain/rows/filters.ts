/** The value that a column has to have, or those of which it has to have one, by its name. */
export type Filters = Readonly<Record<string, string | readonly string[]>>;

/** Whether a filter leaves a value; without one every value is left. */
export const filterLeaves = (
  filter: Filters[string] | undefined,
  value: string | undefined,
): boolean => filter === undefined || valuesOf(filter).some((one) => one === value);

/** The values that a filter leaves. */
export const valuesOf = (filter: Filters[string]): readonly string[] =>
  typeof filter === 'string' ? [filter] : filter;

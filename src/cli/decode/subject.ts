import { clip } from '../options.ts';
import { UsageError } from '../usage-error.ts';

/** The values of the options of a command line. */
export type Values = ReadonlyMap<string, readonly string[]>;

/** One thing that `decode` takes apart. */
export interface Subject {
  /** The values after its name, as the help text shows them. */
  readonly operands: readonly string[];
  /** The options that it reads. */
  readonly options: readonly string[];
  readonly example: string;
  /** The decode; every operand is there. */
  readonly decode: (operands: readonly string[], values: Values) => object | UsageError;
}

/** The options 0|1 of a subject as flags; those that were not given are left out. */
export function flags(
  values: Values,
  names: Readonly<Record<string, string>>,
  example: string,
): Readonly<Record<string, boolean>> | UsageError {
  const found: Record<string, boolean> = {};
  for (const [option, field] of Object.entries(names)) {
    const text = values.get(option)?.[0];
    if (text === undefined) continue;
    if (text !== '0' && text !== '1')
      return new UsageError(`--${option} ${clip(text)}`, '0|1', example);
    found[field] = text === '1';
  }
  return found;
}

/** The error for an option that a subject needs. */
export function needs(option: string, wanted: string, example: string): UsageError {
  return new UsageError(`no --${option}`, wanted, example);
}

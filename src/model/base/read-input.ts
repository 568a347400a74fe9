import type { ModelError } from './error.ts';
import { diagnose } from './diagnose.ts';
import type { Field } from './field.ts';
import { Reader } from './reader.ts';

/** An input that was not accepted, and why. */
export class BadInput {
  readonly error: ModelError;

  constructor(error: ModelError) {
    this.error = error;
  }
}

/** The error for an input whose own code threw, or which changed while it was read. */
const UNREADABLE: ModelError = {
  code: 'unreadable',
  received: 'an input that threw, or changed, while it was read',
  expected: 'an object with plain fields',
  example: '{ fwb: true }',
  remedy: 'Copy the fields into a plain object first.',
};

/**
 * Reads an input into a copy of known shape. Getters and proxies of the caller run here and
 * nowhere else, so this is the only place that has to catch what they throw.
 */
export function readInput<T>(
  fields: readonly Field[],
  raw: unknown,
  read: (reader: Reader, raw: unknown) => T,
): T | BadInput {
  try {
    const reader = new Reader();
    const input = read(reader, raw);
    if (reader.ok) return input;
    return new BadInput(diagnose(fields, raw) ?? UNREADABLE);
  } catch {
    return new BadInput(UNREADABLE);
  }
}

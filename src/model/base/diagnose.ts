import type { ModelError, ModelErrorCode } from './error.ts';
import { example, expected, type Accepts, type Field } from './field.ts';
import { received } from './received.ts';

/**
 * The first thing that is wrong with an input, or null where nothing is.
 * Slower than reading: called only after a reader refused.
 */
export function diagnose(fields: readonly Field[], input: unknown): ModelError | null {
  return inRecord(fields, input, '');
}

/** An error about one place of an input. */
export function inputError(
  code: ModelErrorCode,
  place: string,
  value: unknown,
  wanted: string,
  sample: string,
  remedy: string,
): ModelError {
  const got = received(value);
  return {
    code,
    received: place === '' ? got : `${place} = ${got}`,
    expected: wanted,
    example: sample,
    remedy,
  };
}

function inRecord(fields: readonly Field[], value: unknown, path: string): ModelError | null {
  const shape: Accepts = { kind: 'record', fields, orNull: false };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return inputError(
      'not-an-object',
      path,
      value,
      'an object',
      example(shape),
      `Give ${path || 'the input'} as an object.`,
    );
  }
  const record = value as Readonly<Record<string, unknown>>;
  for (const field of fields) {
    const place = path === '' ? field.name : `${path}.${field.name}`;
    const given = record[field.name];
    if (given === undefined) {
      if (field.absent === 'required') return missing(field, place);
      continue;
    }
    const error = inValue(field.accepts, given, place, field.name);
    if (error) return error;
  }
  return unknownField(fields, record, path);
}

function inValue(accepts: Accepts, value: unknown, place: string, name: string): ModelError | null {
  const bad = (code: ModelErrorCode): ModelError =>
    inputError(
      code,
      place,
      value,
      expected(accepts),
      `${name}: ${example(accepts)}`,
      `Give ${place} as ${expected(accepts)}.`,
    );
  switch (accepts.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? null : bad('wrong-type');
    case 'choice':
      if (typeof value !== 'string') return bad('wrong-type');
      return accepts.values.includes(value) ? null : bad('unknown-choice');
    case 'number':
      if (typeof value !== 'number') return bad('wrong-type');
      return accepts.values.includes(value) ? null : bad('unknown-choice');
    case 'integer':
      if (typeof value === 'string' && accepts.names) {
        return accepts.names.includes(value) ? null : bad('unknown-choice');
      }
      if (typeof value !== 'number') return bad('wrong-type');
      return Number.isInteger(value) && value >= accepts.min && value <= accepts.max
        ? null
        : bad('out-of-range');
    case 'record':
      return value === null && accepts.orNull ? null : inRecord(accepts.fields, value, place);
    case 'list':
      return inList(accepts, value, place, bad);
  }
}

function inList(
  accepts: Extract<Accepts, { kind: 'list' }>,
  value: unknown,
  place: string,
  bad: (code: ModelErrorCode) => ModelError,
): ModelError | null {
  if (!Array.isArray(value)) return bad('not-a-list');
  if (value.length > accepts.max) return bad('too-long');
  for (let i = 0; i < value.length; i++) {
    const error = inRecord(accepts.fields, value[i], `${place}[${i}]`);
    if (error) return error;
  }
  return null;
}

function missing(field: Field, place: string): ModelError {
  return inputError(
    'missing-field',
    place,
    undefined,
    expected(field.accepts),
    `${field.name}: ${example(field.accepts)}`,
    `Add ${place}: ${field.meaning}.`,
  );
}

function unknownField(
  fields: readonly Field[],
  record: Readonly<Record<string, unknown>>,
  path: string,
): ModelError | null {
  for (const name in record) {
    if (fields.some((f) => f.name === name)) continue;
    const place = path === '' ? name : `${path}.${name}`;
    const names = fields.map((f) => f.name);
    const near = names.find((n) => n.toLowerCase() === name.toLowerCase()) ?? names[0] ?? '';
    return inputError(
      'unknown-field',
      place.slice(0, 60),
      record[name],
      `a field out of ${names.join(', ')}`,
      near,
      'Check the spelling of the field, or leave it out.',
    );
  }
  return null;
}

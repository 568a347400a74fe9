import type { Accepts, Field, ReadOf } from './field.ts';
import type { Reader } from './reader.ts';

/**
 * Reads a record by its fields alone. Slower than a reader written out by hand, so it serves the
 * questions that are not asked millions of times.
 */
export function readFields<Fields extends readonly Field[]>(
  r: Reader,
  fields: Fields,
  raw: unknown,
): ReadOf<Fields> {
  const record = r.object(raw);
  r.only(record, fields);
  const read: Record<string, unknown> = {};
  for (const field of fields) read[field.name] = readField(r, field, record[field.name]);
  return read as ReadOf<Fields>; // a field gives what its maker in field.ts says
}

function readField(r: Reader, { accepts, absent }: Field, value: unknown): unknown {
  if (value !== undefined) return readValue(r, accepts, value);
  if (absent === 'required') r.ok = false;
  return typeof absent === 'object' ? absent.default : null;
}

function readValue(r: Reader, accepts: Accepts, value: unknown): unknown {
  switch (accepts.kind) {
    case 'boolean':
      return r.requiredFlag(value);
    case 'choice':
      return r.choice(value, accepts.values, undefined);
    case 'number':
      return r.number(value, accepts.values);
    case 'integer':
      return accepts.names === undefined
        ? r.integer(value, accepts.min, accepts.max, undefined)
        : r.named(value, accepts.max, accepts.names, accepts.min);
    case 'record':
      return value === null && accepts.orNull ? null : readFields(r, accepts.fields, value);
    case 'list':
      return readList(r, accepts, value);
  }
}

function readList(r: Reader, accepts: Extract<Accepts, { kind: 'list' }>, value: unknown): unknown {
  if (Array.isArray(value) && value.length <= accepts.max) {
    return value.map((item) => readFields(r, accepts.fields, item));
  }
  r.ok = false;
  return null;
}

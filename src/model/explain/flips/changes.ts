import type { Accepts, Field, FieldValue } from '../../base/field.ts';

type Value = FieldValue | null | object;
type Input = Readonly<Record<string, unknown>>;

/** One field of an input set to another value. */
export interface Change {
  /** The field, with the fields and list places around it, such as `vma.attrIndx`. */
  readonly field: string;
  readonly from: FieldValue | null;
  readonly to: FieldValue | null;
}

/** A change, and how it is made on an input. */
export interface Candidate extends Change {
  /** The record that has to be added first, where there is none yet. */
  readonly needs?: string;
  readonly apply: (input: Input) => Input;
}

/**
 * Every single change of an input over the fields that have a finite set of values. Addresses and
 * ranges are left alone. A VMA can also be taken away, or added where there is none.
 */
export function singleChanges(fields: readonly Field[], input: Input): Candidate[] {
  return fields.flatMap((field) => (field.idle ? [] : changesOf(field, input[field.name])));
}

function changesOf(field: Field, value: unknown): Candidate[] {
  const { accepts, name } = field;
  if (accepts.kind === 'record') return recordChanges(field, accepts, value);
  if (accepts.kind === 'list') return listChanges(name, accepts, value);
  const now = value === undefined ? defaultOf(field) : value;
  const others = valuesOf(accepts)
    .filter((other) => other !== number(accepts, now))
    .map((to) => change(name, number(accepts, now) as FieldValue, to, to));
  const leave = field.absent === 'optional' && others.length > 0 && now !== null;
  return leave ? [...others, leftOut(name, number(accepts, now) as FieldValue)] : others;
}

/** A field without a default says something by not being there. */
function leftOut(name: string, from: FieldValue): Candidate {
  return {
    field: name,
    from,
    to: null,
    apply: (input) => Object.fromEntries(Object.entries(input).filter(([one]) => one !== name)),
  };
}

/** Only a required record is a fact that can be taken away; an optional one asks for more. */
function recordChanges(
  { name, absent }: Field,
  accepts: Extract<Accepts, { kind: 'record' }>,
  value: unknown,
): Candidate[] {
  const removable = accepts.orNull && absent === 'required';
  if (value === null && !removable) return [];
  if (typeof value !== 'object') return [];
  const inner = singleChanges(accepts.fields, (value ?? {}) as Input).map((candidate) =>
    inside(name, candidate, (input) => candidate.apply(input[name] as Input)),
  );
  if (value === null)
    return [
      change(name, null, 'plain', {}),
      ...inner.map((candidate) => ({ ...candidate, needs: name })),
    ];
  return removable ? [...inner, change(name, 'given', null, null)] : inner;
}

function listChanges(
  name: string,
  accepts: Extract<Accepts, { kind: 'list' }>,
  value: unknown,
): Candidate[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: Input, i) =>
    singleChanges(accepts.fields, item).map((candidate) =>
      inside(`${name}[${i}]`, candidate, (input) =>
        (input[name] as Input[]).map((other, j) => (j === i ? candidate.apply(other) : other)),
      ),
    ),
  );
}

function change(
  name: string,
  from: FieldValue | null,
  to: FieldValue | null,
  value: Value,
): Candidate {
  return { field: name, from, to, apply: (input) => ({ ...input, [name]: value }) };
}

function inside(place: string, candidate: Candidate, make: (input: Input) => unknown): Candidate {
  const name = place.replace(/\[.*/, '');
  return {
    ...candidate,
    field: `${place}.${candidate.field}`,
    apply: (input) => ({ ...input, [name]: make(input) }),
  };
}

/** The values of a field; none where it is too wide to be tried out. */
function valuesOf(accepts: Accepts): readonly FieldValue[] {
  switch (accepts.kind) {
    case 'boolean':
      return [false, true];
    case 'choice':
    case 'number':
      return accepts.values;
    case 'integer':
      return accepts.max - accepts.min < 8
        ? Array.from({ length: accepts.max - accepts.min + 1 }, (_, i) => accepts.min + i)
        : [];
    default:
      return [];
  }
}

function defaultOf(field: Field): FieldValue | null {
  return typeof field.absent === 'object' ? field.absent.default : null;
}

function number(accepts: Accepts, value: unknown): unknown {
  if (accepts.kind !== 'integer' || typeof value !== 'string') return value;
  return accepts.names?.indexOf(value) ?? value;
}

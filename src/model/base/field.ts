/** A value that a field of an input may hold. */
export type FieldValue = boolean | number | string;

/** What a field takes. Validation, help texts and searches over inputs all read this. */
export type Accepts =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'number'; readonly values: readonly number[] }
  | {
      readonly kind: 'integer';
      readonly min: number;
      readonly max: number;
      readonly names?: readonly string[];
    }
  | {
      readonly kind: 'record';
      readonly fields: readonly Field[];
      readonly orNull: boolean;
      /** What the record stands for, where it may be written in a way of its own. */
      readonly of?: 'vma' | 'range';
    }
  | { readonly kind: 'list'; readonly fields: readonly Field[]; readonly max: number };

/** One field of the input of a question. */
export interface Field {
  readonly name: string;
  /** What the field says, in one line. */
  readonly meaning: string;
  readonly accepts: Accepts;
  /** What holds where the field is left out. */
  readonly absent: 'required' | 'optional' | { readonly default: FieldValue };
  /** No check of the question decides by it, so that tables and searches leave it alone. */
  readonly idle?: true;
}

/** Where the compiler keeps what reading a field gives; no field has it. */
declare const READ: unique symbol;

/** A field whose name, and what reading it gives, are known to the compiler. */
export type FieldOf<Name extends string, Value> = Field & {
  readonly name: Name;
  readonly [READ]?: Value;
};

/** What reading fields gives: every one present, null where an optional one was left out. */
export type ReadOf<Fields extends readonly Field[]> = {
  readonly [F in Fields[number] as F['name']]: F extends { readonly [READ]?: infer V } ? V : never;
};

const BOOLEAN: Accepts = { kind: 'boolean' };

/** What holds where a field is left out that always has a value. */
type Filled = Exclude<Field['absent'], 'optional'>;

/** A flag that is false unless the input says otherwise, or `fallback`. */
export function flag<const Name extends string>(
  name: Name,
  meaning: string,
  fallback = false,
): FieldOf<Name, boolean> {
  return { name, meaning, accepts: BOOLEAN, absent: { default: fallback } };
}

/** A flag without which the question has no answer. */
export function requiredFlag<const Name extends string>(
  name: Name,
  meaning: string,
): FieldOf<Name, boolean> {
  return { name, meaning, accepts: BOOLEAN, absent: 'required' };
}

/** A word out of a list; required where no default is given. */
export function choice<const Name extends string, const Value extends string>(
  name: Name,
  meaning: string,
  values: readonly Value[],
  fallback?: NoInfer<Value>,
): FieldOf<Name, Value> {
  const absent = fallback === undefined ? 'required' : { default: fallback };
  return { name, meaning, accepts: { kind: 'choice', values }, absent };
}

/** A number out of a list. */
export function number<const Name extends string, const Value extends number>(
  name: Name,
  meaning: string,
  values: readonly Value[],
  absent: Filled = 'required',
): FieldOf<Name, Value> {
  return { name, meaning, accepts: { kind: 'number', values }, absent };
}

/** A whole number from `min` to `max`. */
export function integer<const Name extends string>(
  name: Name,
  meaning: string,
  min: number,
  max: number,
  absent: Filled = 'required',
): FieldOf<Name, number> {
  return { name, meaning, accepts: { kind: 'integer', min, max }, absent };
}

/** A number from 0 on, or the name that stands for it; required where no default is given. */
export function named<const Name extends string>(
  name: Name,
  meaning: string,
  max: number,
  names: readonly string[],
  absent: Filled = 'required',
): FieldOf<Name, number> {
  return { name, meaning, accepts: { kind: 'integer', min: 0, max, names }, absent };
}

/** What a record may stand for. */
type Of = Extract<Accepts, { kind: 'record' }>['of'];

/** An object with fields of its own. */
export function record<const Name extends string, const Fields extends readonly Field[]>(
  name: Name,
  meaning: string,
  fields: Fields,
  of?: Of,
): FieldOf<Name, ReadOf<Fields>> {
  const accepts = { kind: 'record', fields, orNull: false, ...(of && { of }) } as const;
  return { name, meaning, accepts, absent: 'required' };
}

/** The same, or null. */
export function recordOrNull<const Name extends string, const Fields extends readonly Field[]>(
  name: Name,
  meaning: string,
  fields: Fields,
  of?: Of,
): FieldOf<Name, ReadOf<Fields> | null> {
  const accepts = { kind: 'record', fields, orNull: true, ...(of && { of }) } as const;
  return { name, meaning, accepts, absent: 'required' };
}

/** A list of objects, `max` of them at most. */
export function list<const Name extends string, const Fields extends readonly Field[]>(
  name: Name,
  meaning: string,
  fields: Fields,
  max: number,
): FieldOf<Name, readonly ReadOf<Fields>[]> {
  return { name, meaning, accepts: { kind: 'list', fields, max }, absent: 'required' };
}

/** The fields but for some, for a question that is asked less. */
export function without<F extends Field, const Name extends F['name']>(
  fields: readonly F[],
  ...names: readonly Name[]
): readonly Exclude<F, { readonly name: Name }>[] {
  return fields.filter(
    (field): field is Exclude<F, { readonly name: Name }> => !names.includes(field.name as Name),
  );
}

/** The field, for an input that may leave it out. */
export function optional<Name extends string, Value>(
  field: FieldOf<Name, Value>,
): FieldOf<Name, Value | null> {
  return { ...field, absent: 'optional' };
}

/** The names of the fields. */
export function namesOf(fields: readonly Field[]): ReadonlySet<string> {
  return new Set(fields.map(({ name }) => name));
}

/** What a field takes, in words. */
export function expected(accepts: Accepts): string {
  switch (accepts.kind) {
    case 'boolean':
      return 'true or false';
    case 'choice':
      return `one of ${accepts.values.map((v) => `'${v}'`).join(', ')}`;
    case 'number':
      return `one of ${accepts.values.join(', ')}`;
    case 'integer': {
      const range = `a whole number from ${accepts.min} to ${accepts.max}`;
      return accepts.names
        ? `${range}, or one of ${accepts.names.map((v) => `'${v}'`).join(', ')}`
        : range;
    }
    case 'record':
      return accepts.orNull ? 'an object, or null' : 'an object';
    case 'list':
      return `a list of at most ${accepts.max} objects`;
  }
}

/** A value that a field takes, as it is written in an input. */
export function example(accepts: Accepts): string {
  switch (accepts.kind) {
    case 'boolean':
      return 'true';
    case 'choice':
      return `'${accepts.values[0]}'`;
    case 'number':
      return String(accepts.values[0]);
    case 'integer':
      return String(accepts.min);
    case 'record':
      return `{ ${exampleOf(accepts.fields)} }`;
    case 'list':
      return `[{ ${exampleOf(accepts.fields)} }]`;
  }
}

function exampleOf(fields: readonly Field[]): string {
  const needed = fields.filter((f) => f.absent === 'required');
  return (needed.length > 0 ? needed : fields.slice(0, 1))
    .map((f) => `${f.name}: ${example(f.accepts)}`)
    .join(', ');
}

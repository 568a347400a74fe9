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
  | { readonly kind: 'record'; readonly fields: readonly Field[]; readonly orNull: boolean }
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

const BOOLEAN: Accepts = { kind: 'boolean' };

/** A flag that is false unless the input says otherwise, or `fallback`. */
export function flag(name: string, meaning: string, fallback = false): Field {
  return { name, meaning, accepts: BOOLEAN, absent: { default: fallback } };
}

/** A flag without which the question has no answer. */
export function requiredFlag(name: string, meaning: string): Field {
  return { name, meaning, accepts: BOOLEAN, absent: 'required' };
}

/** A word out of a list; required where no default is given. */
export function choice(
  name: string,
  meaning: string,
  values: readonly string[],
  fallback?: string,
): Field {
  const absent = fallback === undefined ? 'required' : { default: fallback };
  return { name, meaning, accepts: { kind: 'choice', values }, absent };
}

/** A number out of a list; optional where `absent` says so. */
export function number(
  name: string,
  meaning: string,
  values: readonly number[],
  absent: Field['absent'] = 'required',
): Field {
  return { name, meaning, accepts: { kind: 'number', values }, absent };
}

/** A whole number from `min` to `max`. */
export function integer(
  name: string,
  meaning: string,
  min: number,
  max: number,
  absent: Field['absent'] = 'required',
): Field {
  return { name, meaning, accepts: { kind: 'integer', min, max }, absent };
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

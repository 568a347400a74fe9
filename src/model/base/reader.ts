/**
 * Reads the fields of one input and remembers whether all of them were acceptable.
 * It is the fast path of every question; `diagnose` in diagnose.ts says afterwards what was wrong.
 * A field that is present must have the right type: null is not the same as left out.
 */
export class Reader {
  ok = true;

  flag(value: unknown, fallback: boolean): boolean {
    if (value === undefined) return fallback;
    if (value === true || value === false) return value;
    this.ok = false;
    return fallback;
  }

  requiredFlag(value: unknown): boolean {
    if (value === true) return true;
    if (value !== false) this.ok = false;
    return false;
  }

  choice<T extends string>(value: unknown, values: readonly T[], fallback: T | undefined): T {
    if (value === undefined && fallback !== undefined) return fallback;
    const index = values.indexOf(value as T);
    if (index < 0) this.ok = false;
    return values[index < 0 ? 0 : index] as T;
  }

  integer(value: unknown, min: number, max: number, fallback: number | undefined): number {
    if (value === undefined && fallback !== undefined) return fallback;
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) {
      return value + 0; // turns -0 into 0
    }
    this.ok = false;
    return min;
  }

  number(value: unknown, values: readonly number[]): number {
    const known = typeof value === 'number' && values.includes(value);
    if (!known) this.ok = false;
    return known ? value : (values[0] as number);
  }

  /** A number as in `integer`, or one of the names that stand for 0, 1, 2 and so on. */
  named(value: unknown, max: number, names: readonly string[], fallback: number): number {
    if (typeof value !== 'string') return this.integer(value, 0, max, fallback);
    const index = names.indexOf(value);
    if (index < 0) this.ok = false;
    return index;
  }

  object(value: unknown): Readonly<Record<string, unknown>> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Readonly<Record<string, unknown>>;
    }
    this.ok = false;
    return {};
  }

  /** Every enumerable field of the input has to be one that the question knows. */
  only(input: Readonly<Record<string, unknown>>, names: ReadonlySet<string>): void {
    for (const name in input) if (!names.has(name)) this.ok = false;
  }
}

import { describe, expect, it } from 'vitest';
import { QUESTIONS, type Field } from 'stage-two';
import { ARCH, KVM } from './support/samples.ts';

/** What may still be wrong with fields that are right one by one. */
const FITS = [undefined, 'contradiction', 'not-in-kernel'];

type Plain = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Plain => typeof value === 'object' && value !== null;

/** Every place of an input with what stands there: 's1', 's1.attr', 'vmas[0].start'. */
function placesOf(value: unknown, path = ''): [place: string, value: unknown][] {
  if (Array.isArray(value)) return value.flatMap((item, i) => placesOf(item, `${path}[${i}]`));
  const inside = isRecord(value)
    ? Object.keys(value).flatMap((k) => placesOf(value[k], path ? `${path}.${k}` : k))
    : [];
  return path === '' ? inside : [[path, value], ...inside];
}

/** The input with another value at a place; undefined leaves the field out. */
function at(input: unknown, place: string, value: unknown): unknown {
  const copy = structuredClone(input);
  const keys = place.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  const holder = keys.reduce((inner, key) => inner[key] as never, copy as Record<string, unknown>);
  holder[last] = value;
  return copy;
}

describe.each([...ARCH, ...KVM].map((sample) => [sample.name, sample] as const))(
  'the input of %s',
  (_name, { input, required, ask }) => {
    const places = placesOf(input);
    const scalars = places.filter(([, value]) => !isRecord(value));
    const records = places.filter(([, value]) => isRecord(value) && !Array.isArray(value));
    const errorAt = (place: string, value: unknown) => ask(at(input, place, value)).error;

    it('has every field', () => {
      expect(FITS).toContain(ask(input).error?.code);
    });

    it('is an object', () => {
      for (const other of [null, [], 'x', 1]) {
        expect(ask(other).error).toMatchObject({ code: 'not-an-object', expected: 'an object' });
      }
    });

    it('may lack what has a default, and nothing else', () => {
      const fields = places.map(([place]) => place).filter((place) => !place.endsWith(']'));
      const needed = fields.filter((place) => required.includes(place));
      for (const place of needed) {
        const error = { code: 'missing-field', received: `${place} = nothing` };
        expect(errorAt(place, undefined)).toMatchObject(error);
      }
      for (const place of fields.filter((name) => !needed.includes(name))) {
        expect(FITS, place).toContain(errorAt(place, undefined)?.code);
      }
    });

    it('has no other field, at any depth', () => {
      for (const path of ['', ...records.map(([place]) => `${place}.`)]) {
        expect(errorAt(`${path}wrong`, 1)).toMatchObject({
          code: 'unknown-field',
          received: `${path}wrong = 1 (a number)`,
        });
      }
    });

    it('is refused where a value is of another type', () => {
      for (const [place] of scalars) {
        expect(errorAt(place, [])).toMatchObject({
          code: 'wrong-type',
          received: `${place} = a list`,
        });
        expect(errorAt(place, null), place).toMatchObject({ received: `${place} = null` });
      }
      for (const [place] of records) {
        expect(errorAt(place, 'x')).toMatchObject({
          code: 'not-an-object',
          received: `${place} = "x" (a string)`,
        });
      }
    });

    it('is refused where a number or a word is none of those that fit', () => {
      const flags = scalars.filter(([, value]) => typeof value === 'boolean');
      for (const [place] of flags) {
        const error = { code: 'wrong-type', expected: 'true or false' };
        expect(errorAt(place, 0), place).toMatchObject(error);
      }
      for (const [place, value] of scalars.filter((scalar) => !flags.includes(scalar))) {
        const wrong = typeof value === 'number' ? -1 : 'wrong';
        expect(['out-of-range', 'unknown-choice'], place).toContain(errorAt(place, wrong)?.code);
      }
    });
  },
);

describe('the fields of a question', () => {
  const all: Field[] = [];
  const visit = (fields: readonly Field[]): void => {
    for (const field of fields) {
      all.push(field);
      if ('fields' in field.accepts) visit(field.accepts.fields);
    }
  };
  for (const { fields } of Object.values(QUESTIONS)) visit(fields);

  it('have a name in TypeScript case and a meaning of one line', () => {
    for (const { name, meaning } of all) {
      expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(meaning, name).toMatch(/^\S[^\n]+\S$/);
    }
  });
});

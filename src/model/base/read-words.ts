import { inputError } from './diagnose.ts';
import { BadInput, readInput } from './read-input.ts';
import { readWord } from './read-word.ts';

/** Reads an object whose fields are 64-bit values, all of them required. */
export function readWords<Name extends string>(
  raw: unknown,
  names: readonly Name[],
): Readonly<Record<Name, bigint>> | BadInput {
  return readInput([], raw, () => {
    const sample = `{ ${names.map((name) => `${name}: 0x0n`).join(', ')} }`;
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
      const remedy = `Give an object with ${names.join(', ')}.`;
      return new BadInput(inputError('not-an-object', '', raw, 'an object', sample, remedy));
    }
    const words: Partial<Record<Name, bigint>> = {};
    for (const name of names) {
      const value = (raw as Readonly<Record<string, unknown>>)[name];
      if (value === undefined) return missing(name);
      const word = readWord(name, value);
      if (word instanceof BadInput) return word;
      words[name] = word;
    }
    for (const name in raw) {
      if (!names.includes(name as Name)) return unknown(name, raw[name as keyof typeof raw], names);
    }
    return words as Record<Name, bigint>;
  });
}

function missing(name: string): BadInput {
  const remedy = `Add ${name}.`;
  return new BadInput(
    inputError('missing-field', name, undefined, 'a 64-bit value', `${name}: 0x0n`, remedy),
  );
}

function unknown(name: string, value: unknown, names: readonly string[]): BadInput {
  const wanted = `a field out of ${names.join(', ')}`;
  const remedy = 'Check the spelling of the field, or leave it out.';
  return new BadInput(
    inputError('unknown-field', name.slice(0, 60), value, wanted, names[0] ?? '', remedy),
  );
}

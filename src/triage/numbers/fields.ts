import { fieldNamed, type BitField } from '../../model/index.ts';

/** Fields by their names, each with what it says. */
export function fieldsInWords(fields: readonly BitField[], names: readonly string[]): string {
  const words = names.flatMap((name) => {
    const field = fieldNamed(fields, name);
    return field ? [`${name} ${field.hex} ${field.meaning}`] : [];
  });
  return words.length === 0 ? 'no field is set' : words.join(', ');
}

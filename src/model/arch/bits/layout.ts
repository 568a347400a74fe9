import type { FieldSpec, Say } from './bit-field.ts';

const LINE = /^(\d+)(?::(\d+))? +(\S+)(?: +(FEAT_\S+))?(?: *\|(.*))?$/;

/**
 * A table of fields from text, one line a field, highest bits first:
 *
 *     43:40 FWB | HCR_EL2.FWB | 0 not supported | 1 supported
 *
 * Bits, name, the feature that it needs, what it is about, and what its values mean. Where values
 * are listed, any other value is reserved. A single bit without a list says yes or no. `says`
 * gives the meaning where it has to be computed. A test holds that each table covers 64 bits.
 */
export function layout(text: string, says: Readonly<Record<string, Say>> = {}): FieldSpec[] {
  const fields: FieldSpec[] = [];
  for (const line of text.split('\n')) {
    const match = LINE.exec(line.trim());
    if (match === null) continue;
    const hi = Number(match[1]);
    const lo = match[2] === undefined ? hi : Number(match[2]);
    const name = match[3] ?? '';
    const [about = '', ...values] = (match[5] ?? '').split('|').map((part) => part.trim());
    const meaning = says[name] ?? sayListed(values) ?? (hi === lo ? yesOrNo : plainNumber);
    fields.push({ name, hi, lo, about, requires: match[4] ?? null, says: meaning });
  }
  return fields;
}

const yesOrNo: Say = (value) => (value === 0 ? 'no' : 'yes');
const plainNumber: Say = (value) => String(value);

function sayListed(values: readonly string[]): Say | null {
  if (values.length === 0) return null;
  const meanings = new Map<number, string>();
  for (const value of values) {
    const space = value.indexOf(' ');
    meanings.set(Number(value.slice(0, space)), value.slice(space + 1));
  }
  return (value) => meanings.get(value) ?? null;
}

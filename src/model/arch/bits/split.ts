import { extract, halves, type Word } from '../../base/word.ts';
import { bitsAt } from './put.ts';
import type { BitField, BitFinding, FieldSpec } from './bit-field.ts';

const EXACT = 53;

/** The fields of a value, and what the reader should know beside them. */
export interface Split {
  readonly fields: readonly BitField[];
  readonly findings: readonly BitFinding[];
}

/** Splits a value into the fields of a layout. Reserved bits and values become findings. */
export function split(value: bigint, layout: readonly FieldSpec[]): Split {
  const word = halves(value);
  const fields: BitField[] = [];
  const findings: BitFinding[] = [];
  for (const spec of layout) {
    const { name, hi, lo, about, requires } = spec;
    const bits = hi === lo ? String(hi) : `${hi}:${lo}`;
    const exact = hi - lo < EXACT;
    const number = exact ? extract(word, hi, lo) : 0;
    const hex = exact ? `0x${number.toString(16)}` : `0x${bitsAt(value, spec).toString(16)}`;
    const finding = reservedBits(spec, word);
    const meaning = spec.says(number, value);
    fields.push({
      name,
      bits,
      hi,
      lo,
      value: exact ? number : null,
      hex,
      about,
      meaning: fixedMeaning(name) ?? meaning ?? 'reserved',
      requires,
    });
    if (finding !== null) findings.push({ field: name, bits, ...finding });
    else if (meaning === null) findings.push({ field: name, bits, ...RESERVED });
  }
  return { fields, findings };
}

const RESERVED = { finding: 'reserved', meaning: 'a reserved value' } as const;
const RES0 = { finding: 'res0-set', meaning: 'reserved bits that should be 0 are set' } as const;
const RES1 = {
  finding: 'res1-clear',
  meaning: 'a reserved bit that should be 1 is clear',
} as const;

function reservedBits({ name, hi, lo }: FieldSpec, word: Word): typeof RES0 | typeof RES1 | null {
  if (name === 'RES0') return extract(word, hi, lo) === 0 ? null : RES0;
  if (name !== 'RES1') return null;
  return extract(word, hi, lo) === 2 ** (hi - lo + 1) - 1 ? null : RES1;
}

function fixedMeaning(name: string): string | null {
  if (name === 'RES0') return 'reserved, 0';
  if (name === 'RES1') return 'reserved, 1';
  return name === 'IGNORED' ? 'not read by hardware' : null;
}

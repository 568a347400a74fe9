import { bitsAt, putBits, type BitField } from '../../model/index.ts';
import type { Group } from './readings.ts';

/** One value that a field can have, with what it would say. */
export interface Candidate {
  readonly value: number;
  readonly says: string;
}

/** One field of a number, as a row. */
export interface NumberRow {
  readonly field: BitField;
  /** No field stands there: RES0, RES1, IGNORED. */
  readonly reserved: boolean;
  /** What it says in each reading. */
  readonly says: readonly string[];
  /** The readings disagree. */
  readonly byReading: boolean;
  /** What is reserved about it; null where nothing is. */
  readonly finding: string | null;
  /** Its values, where they are few enough for a list. */
  readonly candidates: readonly Candidate[] | null;
  /** The same field of the number that is compared. */
  readonly other: { readonly hex: string; readonly says: string; readonly differs: boolean } | null;
  /** Rule of the manual, where it is one of its own. */
  readonly rule: string;
}

/** A field of more bits has no list of its values. */
const WIDEST_LIST = 4;

/** MemAttr has its rules, by FWB. */
const RULES: Readonly<Record<string, string>> = {
  'MemAttr[3:0]': 'R_HMNDG (FWB 0), R_ZNGNK (FWB 1)',
  FIPA: 'R_FKLWR',
  'AttrIndx[2:0]': 'MAIR_ELx',
};

const isReserved = ({ name }: BitField): boolean => /^RES[01]$|^IGNORED$/.test(name);

const at = (fields: readonly BitField[], { hi, lo }: BitField): BitField | undefined =>
  fields.find((one) => one.hi === hi && one.lo === lo);

/** The rows of a number, highest field first. */
export function rowsOf(group: Group, word: bigint, other: bigint | null): readonly NumberRow[] {
  const [first, ...rest] = group.readings;
  const against = other === null ? [] : (group.read(other)[0]?.fields ?? []);
  return (first?.fields ?? []).map((field) => {
    const says = [
      field.meaning,
      ...rest.map(({ fields }) => at(fields, field)?.meaning ?? 'another field'),
    ];
    const findings = group.readings.flatMap((one) =>
      one.findings.filter(({ bits, field: name }) => bits === field.bits || name === field.name),
    );
    return {
      field,
      reserved: isReserved(field),
      says,
      byReading: new Set(says).size > 1,
      finding: findings[0]?.meaning ?? null,
      candidates: candidatesOf(group, word, field),
      other: other === null ? null : compared(against, field, word, other),
      rule: RULES[field.name] ?? '',
    };
  });
}

/** Values one by one: each is put into the number, which is read again. */
function candidatesOf(group: Group, word: bigint, field: BitField): Candidate[] | null {
  const width = field.hi - field.lo + 1;
  if (width > WIDEST_LIST || isReserved(field) || /Software|PBHA/.test(field.name)) return null;
  return Array.from({ length: 2 ** width }, (_, value) => {
    const read = group.read(putBits(word, field, BigInt(value)));
    const said = read.map(({ fields }) => at(fields, field)?.meaning ?? 'another kind');
    return { value, says: [...new Set(said)].join(' / ') };
  });
}

function compared(
  against: readonly BitField[],
  field: BitField,
  word: bigint,
  other: bigint,
): NumberRow['other'] {
  const theirs = bitsAt(other, field);
  const same = at(against, field);
  const says = same?.name === field.name ? same.meaning : 'another field stands here';
  return { hex: `0x${theirs.toString(16)}`, says, differs: bitsAt(word, field) !== theirs };
}

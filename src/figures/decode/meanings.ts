import { decodeRegister } from '../../model/index.ts';
import type { BitField, RegisterName } from '../../model/index.ts';

/** Wider fields have too many values for a cell. */
const WIDEST = 4;
/** More meanings than this are a number in words rather than a list. */
const MOST = 6;

/**
 * The values of a field with what each says, asked one by one; reserved ones are left out. Empty
 * where the field is too wide, or where its values are numbers, or yes and no.
 */
export function meaningsOf(name: RegisterName, { hi, lo, name: field, value }: BitField): string[] {
  if (hi - lo >= WIDEST || /^RES|^IGNORED/.test(field) || value === null) return [];
  const said = Array.from({ length: 2 ** (hi - lo + 1) }, (_, candidate) => {
    const { fields } = decodeRegister(name, BigInt(candidate) << BigInt(lo));
    const found = fields.find((one) => one.lo === lo && one.hi === hi && one.name === field);
    return [candidate, found?.meaning ?? 'reserved'] as const;
  }).filter(([, meaning]) => meaning !== 'reserved');
  const plain = said.every(([candidate, meaning]) => meaning === String(candidate));
  const yesNo = said.every(([, meaning]) => meaning === 'yes' || meaning === 'no');
  if (plain || yesNo || said.length > MOST) return [];
  return said.map(([candidate, meaning]) => `${candidate} ${meaning}`);
}

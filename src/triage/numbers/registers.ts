import {
  decodeRegister,
  decodeStage2Leaf,
  fieldNamed,
  type BitField,
  type Granule,
} from '../../model/index.ts';
import { allOf, fieldsInWords, type Given, type KnownNumbers } from './known.ts';

const REGISTERS = {
  mair: 'MAIR_EL1',
  ctr: 'CTR_EL0',
  mmfr2: 'ID_AA64MMFR2_EL1',
  hcr: 'HCR_EL2',
  vtcr: 'VTCR_EL2',
} as const;
const OF_LEAF = ['SH[1:0]', 'S2AP[1:0]', 'XN[1:0]', 'XN', 'AF', 'Contiguous', 'DBM'];

/** What addresses, registers and descriptors mean, by the model, in a line each. */
export function registerNotes(s: KnownNumbers): string[] {
  const addresses = s.get('hpfar') ? allOf(s, 'ipa') : [];
  const registers = Object.entries(REGISTERS).flatMap(([key, name]) =>
    allOf(s, key).map(({ value }) => {
      const { fields } = decodeRegister(name, BigInt(value));
      const set = fields.filter((field) => isTelling(field, key)).map((field) => field.name);
      return `${name} ${value}: ${fieldsInWords(fields, set)}.`;
    }),
  );
  return [
    ...addresses.map(({ value }) => `Guest physical address (IPA): ${value}.`),
    ...registers,
    ...allOf(s, 'leaf').flatMap((leaf) => leafInWords(s, leaf)),
  ];
}

/** Fields that are set; of the register of attributes those that differ from Device-nGnRnE. */
function isTelling({ name, value }: BitField, key: string): boolean {
  if (/^RES[01]$/.test(name)) return false;
  return value !== 0 || (key === 'ctr' && /^(?:DIC|IDC)$/.test(name)) || name === 'FWB';
}

/** A descriptor under both codings of MemAttr, or under the one that is known. */
function leafInWords(s: KnownNumbers, { value, line }: Given): string[] {
  const text = line === null ? '' : (s.book.lines.raw[line - 1] ?? '');
  const known = s.get('fwb')?.value ?? null;
  const level = Number(/level\D{0,3}([0-3])/i.exec(text)?.[1] ?? 3);
  const size = /\b(16|64)K/i.exec(text)?.[1];
  const granule: Granule = size === '16' ? '16K' : size === '64' ? '64K' : '4K';
  const at = { level: granule === '64K' ? Math.max(1, level) : level, granule };
  const both = ['0', '1'].filter((fwb) => known === null || fwb === known);
  return both.map((fwb) => {
    const leaf = decodeStage2Leaf(BigInt(value), { ...at, fwb: fwb === '1' });
    const head = `Descriptor ${value}, level ${at.level}, granule ${granule}, FWB ${fwb}: ${leaf.type}`;
    if (leaf.memAttr === null)
      return `${head}${leaf.nextTable === null ? '' : ` at ${leaf.nextTable}`}.`;
    const memory = fieldNamed(leaf.fields, 'MemAttr[3:0]')?.meaning ?? '';
    const attr = leaf.memAttr.toString(2).padStart(4, '0');
    const rest = fieldsInWords(leaf.fields, OF_LEAF);
    return `${head} at ${leaf.outputAddress}, MemAttr ${attr} ${memory}, ${rest}.`;
  });
}

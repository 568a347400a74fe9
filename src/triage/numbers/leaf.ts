import { fieldNamed, LEAF_DEFAULTS, stage2LeafOf, type Granule } from '../../model/index.ts';
import { fieldsInWords } from './fields.ts';
import { allOf, type Given, type KnownNumbers } from './known.ts';

const OF_LEAF = ['SH[1:0]', 'S2AP[1:0]', 'XN[1:0]', 'XN', 'AF', 'Contiguous', 'DBM'];

/** What descriptors of stage 2 mean, by the model, in a line or two each. */
export const leafNotes = (s: KnownNumbers): string[] =>
  allOf(s, 'leaf').flatMap((leaf) => leafInWords(s, leaf));

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
    const leaf = stage2LeafOf(BigInt(value), { ...LEAF_DEFAULTS, ...at, fwb: fwb === '1' });
    const head = `Descriptor ${value}, level ${at.level}, granule ${granule}, FWB ${fwb}: ${leaf.type}`;
    if (leaf.memAttr === null)
      return `${head}${leaf.nextTable === null ? '' : ` at ${leaf.nextTable}`}.`;
    const memory = fieldNamed(leaf.fields, 'MemAttr[3:0]')?.meaning ?? '';
    const attr = leaf.memAttr.toString(2).padStart(4, '0');
    const rest = fieldsInWords(leaf.fields, OF_LEAF);
    return `${head} at ${leaf.outputAddress}, MemAttr ${attr} ${memory}, ${rest}.`;
  });
}

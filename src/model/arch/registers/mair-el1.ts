import type { Say } from '../bits/bit-field.ts';
import { layout } from '../bits/layout.ts';
import type { Half } from '../half.ts';
import { MAIR_TABLE, type MairAttr } from '../mair-table.ts';
import type { RegisterSpec } from './register.ts';

const attribute: Say = (byte) => {
  const attr = MAIR_TABLE[byte] as MairAttr;
  if (attr.type === 'reserved') return null;
  const xs = attr.requires === 'FEAT_XS' ? ', XS = 0' : '';
  if (attr.inner === null || attr.outer === null) return `Device-${attr.device}${xs}`;
  const inner = halfText(attr.inner);
  const outer = halfText(attr.outer);
  const both = inner === outer ? inner : `outer ${outer}, inner ${inner}`;
  return `Normal ${both}${attr.tagged === true ? ', Tagged' : ''}${xs}`;
};

function halfText({ cacheability, hints, transient }: Half): string {
  if (hints === null) return cacheability;
  const allocate = hints === 'none' ? 'no-allocate' : hints;
  return `${cacheability} ${allocate}${transient === true ? ' transient' : ''}`;
}

const bytes = [7, 6, 5, 4, 3, 2, 1, 0];
const rows = bytes.map((n) => `${8 * n + 7}:${8 * n} Attr${n} | attributes where AttrIndx is ${n}`);

/** MAIR_EL1: eight attribute bytes, as `decodeMairAttr` reads them. Source: ARM-ARM, MAIR_EL1. */
export const MAIR_EL1: RegisterSpec = {
  title: 'Memory Attribute Indirection Register (EL1)',
  source: ['ARM-ARM', 'SAIL94'],
  layout: layout(rows.join('\n'), Object.fromEntries(bytes.map((n) => [`Attr${n}`, attribute]))),
};

import { decodeMairAttr, label, memoryName } from '../../model/index.ts';
import type { Half, MairAttr } from '../../model/index.ts';
import { hex } from '../combine/stages.ts';
import { memChip } from '../show/chip.ts';
import { h } from '../show/node.ts';
import { bit, code, filterOf, NOTHING, slug } from './table.ts';
import type { Cell, Group, Row, Table } from './table.ts';

const NIBBLES = Array.from({ length: 16 }, (_, i) => i);

/** Every attribute byte, decoded with all features. */
export const MAIR_BYTES: readonly MairAttr[] = NIBBLES.flatMap((outer) =>
  NIBBLES.map((inner) => decodeMairAttr(outer * 16 + inner)),
);

/** One half in a few letters, such as "WB RWA tr". */
export const halfLabel = (half: Half): string => label({ device: null, inner: half, outer: half });

function row(byte: MairAttr): Row {
  const memory = memoryName(byte);
  const name = hex(byte.attr ?? 0);
  const { inner, outer } = byte;
  return {
    id: name.toLowerCase(),
    name: code(name),
    cells: [memChip(memory), ...halves(byte), needed(byte.requires)],
    keys: {
      memory: [slug(memory)],
      ...(outer && { outer: [slug(outer.cacheability)] }),
      ...(inner && { inner: [slug(inner.cacheability)] }),
      ...(byte.requires && { needs: [slug(byte.requires)] }),
    },
  };
}

function halves({ inner, outer, tagged, xs, permitted }: MairAttr): Cell[] {
  if (permitted !== null) return [h('td', { colspan: 4 }, permitted)];
  const half = (of: Half | null): Cell => (of === null ? NOTHING : halfLabel(of));
  return [half(outer), half(inner), tagged === true ? 'yes' : 'no', bit(xs === true)];
}

function needed(requires: MairAttr['requires']): Cell {
  return requires === null || requires === 'none' ? NOTHING : requires;
}

/** Bytes with one outer nibble; its meaning is what the assigned ones of them share. */
function group(outer: number): Group {
  const bytes = MAIR_BYTES.slice(outer * 16, outer * 16 + 16);
  const half = bytes.find((byte) => byte.outer !== null)?.outer;
  const says = half ? ` outer ${halfLabel(half)}` : ' Device';
  return { heading: [code(`0x${outer.toString(16).toUpperCase()}–`), says], rows: bytes.map(row) };
}

/** All 256 attribute bytes of MAIR_ELx, by outer nibble. */
export function mairTable(): Table {
  const cacheabilities = ['WB', 'WT', 'NC'];
  return {
    name: 'mair',
    columns: ['Byte', 'Memory', 'Outer', 'Inner', 'Tagged', 'XS', 'Needs'],
    groups: NIBBLES.map(group),
    filters: [
      filterOf('memory', 'Memory', MAIR_BYTES.map(memoryName)),
      filterOf('outer', 'Outer', cacheabilities),
      filterOf('inner', 'Inner', cacheabilities),
      filterOf(
        'needs',
        'Needs',
        MAIR_BYTES.flatMap(({ requires }) => requires ?? []),
      ),
    ],
  };
}

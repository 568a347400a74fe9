import { extract, halves, wordHex } from '../../base/word.ts';
import type { BitFinding } from '../bits/bit-field.ts';
import { split } from '../bits/split.ts';
import { SH_NAMES } from '../sh-names.ts';
import { stage2MemAttr } from '../stage2-table.ts';
import { addressIn, granuleBits, hasDs } from './geometry.ts';
import { descriptorKind } from './kind.ts';
import { INVALID_LAYOUT, leafLayout, MEM_ATTR, RESERVED_LAYOUT, tableLayout } from './layout.ts';
import { NO_LEAF, type Stage2Leaf } from './leaf.ts';
import type { LeafReading } from './options.ts';

const RES0_MEM_ATTR = 'bit 5 is RES0 without FEAT_MTE_PERM: a software error, the bit is ignored';

/**
 * `decodeStage2Leaf` of a 64-bit value under options of which every one is given: nothing is asked of
 * them, so a page that shows a descriptor stays small.
 */
export function stage2LeafOf(word: bigint, o: LeafReading): Stage2Leaf {
  const base = { ...NO_LEAF, value: wordHex(word), level: o.level, granule: o.granule };
  const kind = descriptorKind(word, o);
  const { type } = kind;
  switch (type) {
    case 'invalid-descriptor':
      return { ...base, type, ...split(word, INVALID_LAYOUT) };
    case 'table': {
      const nextTable = wordHex(addressIn(word, granuleBits(o.granule), o));
      return { ...base, type, nextTable, ...split(word, tableLayout(o)) };
    }
    case 'reserved':
      return { ...base, type, ...split(word, RESERVED_LAYOUT) };
    default:
      return { ...base, type, ...leafFields(word, kind.low, o) };
  }
}

function leafFields(word: bigint, low: number, o: LeafReading): Partial<Stage2Leaf> {
  const half = halves(word);
  const bit = (n: number) => extract(half, n, n) === 1;
  const memAttr = extract(half, 5, 2);
  const memory = stage2MemAttr(memAttr, o.fwb, o.mtePerm);
  const xn = o.xnx ? extract(half, 54, 53) : extract(half, 54, 54) * 2;
  const { fields, findings } = split(word, leafLayout(low, o));
  const found = findings.map((f) =>
    f.field === MEM_ATTR && memory.permitted !== null ? { ...f, meaning: memory.permitted } : f,
  );
  if (memory.res0Set) found.push(RES0_FINDING);
  return {
    size: 2 ** low,
    outputAddress: wordHex(addressIn(word, low, o)),
    memAttr,
    memory,
    sh: hasDs(o) ? null : (SH_NAMES[extract(half, 9, 8)] ?? null),
    s2ap: { read: bit(6), write: bit(7) },
    execute: { el1: xn === 0 || xn === 3, el0: xn < 2 },
    af: bit(10),
    fnxs: o.xs ? bit(11) : null,
    contiguous: bit(52),
    dbm: bit(51),
    nT: o.level < 3 && o.bbml1 ? bit(16) : null,
    software: extract(half, 58, 55),
    pbha: extract(half, 62, 59),
    fields,
    findings: found,
  };
}

const RES0_FINDING: BitFinding = {
  field: MEM_ATTR,
  bits: '5',
  finding: 'res0-set',
  meaning: RES0_MEM_ATTR,
};

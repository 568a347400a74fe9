import type { FieldSpec } from '../bits/bit-field.ts';
import { layout } from '../bits/layout.ts';
import { oncePer } from '../bits/once-per.ts';
import { memoryName } from '../memory-name.ts';
import { stage2MemAttr } from '../stage2-table.ts';
import { addressLines, addressSays, nextTableLines, shareabilityLine } from './address.ts';
import type { LeafReading } from './options.ts';

/** Name of the field MemAttr, bits [5:2]. */
export const MEM_ATTR = 'MemAttr[3:0]';

type Options = LeafReading;

const OAB = addressSays('OAB');
const NLTA = addressSays('NLTA');

const keyOf = (o: Options): string =>
  `${o.granule} ${o.level} ${o.fwb} ${o.lpa2} ${o.xnx} ${o.xs} ${o.bbml1} ${o.mtePerm}`;

/** The layout of a block of 2 ** `low` bytes, or of a page. */
export const leafLayout = oncePer(
  (low: number, o: Options) => `${low} ${keyOf(o)}`,
  (low, o): readonly FieldSpec[] => makeLeaf(low, o),
);

/** The layout of a pointer to the next table. */
export const tableLayout = oncePer(keyOf, (o): readonly FieldSpec[] => makeTable(o));

/** Source: ARM-ARM, table D8-53. */
function makeLeaf(low: number, o: Options): FieldSpec[] {
  const block = o.level < 3;
  return layout(
    `
    63    RES0
    62:59 PBHA | page-based hardware attributes, where VTCR_EL2.HWU enables them
    58:55 Software | for software; bit 58 is AssuredOnly with VTCR_EL2.AssuredOnly, bit 55 is NS in Realm state
    ${o.xnx ? XNX : XN}
    52    Contiguous | one of a group of entries that can share a TLB entry
    51    DBM | dirty state is managed by hardware, where VTCR_EL2.HD is 1
    50    RES0
    ${addressLines('OAB', low, block, o)}
    11    ${o.xs ? 'FnXS | XS becomes 0' : 'RES0'}
    10    AF | the page was accessed; 0 faults, unless VTCR_EL2.HA is 1
    ${shareabilityLine(o)}
    7:6   S2AP[1:0] | data access | 0 none | 1 read | 2 write | 3 read and write
    5:2   ${MEM_ATTR} | memory type
    1     Type | kind of descriptor | 0 block | 1 page
    0     Valid | the descriptor is valid
    `,
    { ...OAB, [MEM_ATTR]: (memAttr) => memAttrText(memAttr, o) },
  );
}

const XNX = '54:53 XN[1:0] | execution | 0 EL1 and EL0 | 1 EL0 only | 2 none | 3 EL1 only';
const XN = `54 XN | execution | 0 EL1 and EL0 | 1 none
    53 RES0`;

/** Source: ARM-ARM, table D8-51. */
function makeTable(o: Options): FieldSpec[] {
  return layout(
    `
    63:59 RES0
    58:51 IGNORED
    50    RES0
    ${nextTableLines(o)}
    `,
    NLTA,
  );
}

/** Bit 0 clear: all else is free for software. Source: ARM-ARM, table D8-55. */
export const INVALID_LAYOUT: readonly FieldSpec[] = layout(`
  63:1  IGNORED
  0     Valid | the descriptor is valid
`);

/** A block where none is permitted, or a level 3 descriptor that is no page: treated as invalid. */
export const RESERVED_LAYOUT: readonly FieldSpec[] = layout(`
  63:2  IGNORED
  1     Type | kind of descriptor | 1 not a block
  0     Valid | the descriptor is valid
`);

function memAttrText(memAttr: number, o: Options): string | null {
  const s2 = stage2MemAttr(memAttr, o.fwb, o.mtePerm);
  const noTags = s2.noTagAccess ? ', NoTagAccess' : '';
  switch (s2.rule) {
    case 'force-wb':
      return `Write-Back whatever stage 1 asks${noTags}`;
    case 'normal-nc':
      return 'Non-cacheable, a stage-1 Device stays';
    case 'as-stage-1':
      return `as stage 1${noTags}`;
    case 'reserved':
    case 'invalid':
      return null;
    default: {
      const name = memoryName(s2);
      return name === 'mixed' ? `outer ${s2.outer}, inner ${s2.inner}` : `${name}${noTags}`;
    }
  }
}

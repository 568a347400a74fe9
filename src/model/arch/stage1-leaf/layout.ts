import type { FieldSpec } from '../bits/bit-field.ts';
import { layout } from '../bits/layout.ts';
import { oncePer } from '../bits/once-per.ts';
import { addressLines, addressSays, nextTableLines, shareabilityLine } from '../leaf/address.ts';
import type { Stage1LeafReading } from './options.ts';
import { hasTwoPrivileges } from './regimes.ts';

/** Name of the field AttrIndx, bits [4:2]. */
export const ATTR_INDX = 'AttrIndx[2:0]';

const OAB = addressSays('OAB');
const NLTA = addressSays('NLTA');

const TWO_EXECUTE = `54 UXN | EL0 cannot execute
    53 PXN | EL1, or EL2 with EL2&0, cannot execute`;
const ONE_EXECUTE = `54 XN | execution | 0 permitted | 1 none
    53 RES0`;
const TWO_ACCESS =
  '7:6 AP[2:1] | data access | 0 read and write, EL0 none | 1 read and write, EL0 too | 2 read, EL0 none | 3 read, EL0 too';
const ONE_ACCESS = `7 AP[2] | data access | 0 read and write | 1 read
    6 RES1`;

const keyOf = (o: Stage1LeafReading): string =>
  `${o.regime} ${o.granule} ${o.level} ${o.lpa2} ${o.bbml1}`;

/** The layout of a block of 2 ** `low` bytes, or of a page. */
export const stage1LeafLayout = oncePer(
  (low: number, o: Stage1LeafReading) => `${low} ${keyOf(o)}`,
  (low, o): readonly FieldSpec[] => makeLeaf(low, o),
);

/** The layout of a pointer to the next table of stage 1. */
export const stage1TableLayout = oncePer(keyOf, (o): readonly FieldSpec[] => makeTable(o));

/**
 * The layout of a block or page of stage 1, with direct permissions and 64-bit descriptors. In a
 * regime with one privilege level AP[1] is RES1, and nG and PXN are RES0.
 * Source: ARM-ARM, table D8-52; bits also in pgtable-hwdef.h of Linux (ARCH734).
 */
function makeLeaf(low: number, o: Stage1LeafReading): FieldSpec[] {
  const two = hasTwoPrivileges(o.regime);
  return layout(
    `
    63    IGNORED
    62:59 PBHA | page-based hardware attributes, where TCR_ELx.HWU enables them
    58:55 Software | for software
    ${two ? TWO_EXECUTE : ONE_EXECUTE}
    52    Contiguous | one of a group of entries that can share a TLB entry
    51    DBM FEAT_HAFDBS | dirty state is managed by hardware, where TCR_ELx.HD is 1
    50    GP FEAT_BTI | a guarded page: an indirect branch has to land on a BTI instruction
    ${addressLines('OAB', low, o.level < 3, o)}
    11    ${two ? 'nG | the translation belongs to one address space' : o.regime === 'EL3' ? 'NSE FEAT_RME | with NS, the physical address space' : 'RES0'}
    10    AF | the page was accessed; 0 faults, unless TCR_ELx.HA is 1
    ${shareabilityLine(o)}
    ${two ? TWO_ACCESS : ONE_ACCESS}
    5     NS | output address space of a Secure or EL3 translation; not read in Non-secure state
    4:2   ${ATTR_INDX} | which byte of MAIR_ELx gives the memory type
    1     Type | kind of descriptor | 0 block | 1 page
    0     Valid | the descriptor is valid
    `,
    { ...OAB, [ATTR_INDX]: (index) => `byte ${index} of MAIR_ELx` },
  );
}

/** The layout of a pointer to the next table of stage 1. Source: ARM-ARM, table D8-50. */
function makeTable(o: Stage1LeafReading): FieldSpec[] {
  const two = hasTwoPrivileges(o.regime);
  return layout(
    `
    63    NSTable | address space of the next table, in Secure state or EL3
    62:61 APTable | limit on the data access of all entries below | 0 none | ${two ? '1 no EL0 | 2 no write | 3 no EL0, no write' : '2 no write'}
    60    ${two ? 'UXNTable | EL0 cannot execute from any entry below' : 'XNTable | no entry below can be executed'}
    59    ${two ? 'PXNTable | EL1, or EL2 with EL2&0, cannot execute from any entry below' : 'RES0'}
    58:51 IGNORED
    50    RES0
    ${nextTableLines(o)}
    `,
    NLTA,
  );
}

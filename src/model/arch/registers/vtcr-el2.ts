import { extract, halves } from '../../base/word.ts';
import type { Say } from '../bits/bit-field.ts';
import { layout } from '../bits/layout.ts';
import type { RegisterSpec } from './register.ts';

const bitOf = (word: bigint, bit: number) => extract(halves(word), bit, bit);
const granuleOf = (word: bigint) => extract(halves(word), 15, 14);

const GRANULE_4K = 0;
const GRANULE_64K = 1;
const GRANULE_16K = 2;

const PA_BITS = [32, 36, 40, 42, 44, 48];

/** More than 48 bits need descriptors that hold them: D128, with 4K and 16K DS, with 64K FEAT_LPA. */
const paSize: Say = (ps, word) => {
  const bits = PA_BITS[ps];
  if (bits !== undefined) return `${bits} bits`;
  if (bitOf(word, 38) === 1) return ps === 6 ? '52 bits' : '56 bits';
  const small = granuleOf(word) !== GRANULE_64K && bitOf(word, 32) === 0;
  return small ? '48 bits, because DS is 0' : '52 bits';
};

/** The start level by granule and SL0; with 4K and DS = 1 also by SL2 (FEAT_LPA2, FEAT_TTST). */
const startLevel: Say = (sl0, word) => {
  switch (granuleOf(word)) {
    case GRANULE_4K: {
      const sl2 = bitOf(word, 32) === 1 && bitOf(word, 33) === 1;
      if (sl2) return sl0 === 0 ? 'level -1' : null;
      return `level ${[2, 1, 0, 3][sl0]}`;
    }
    case GRANULE_16K:
      return sl0 === 3 ? 'level 0, with FEAT_LPA2' : `level ${3 - sl0}`;
    case GRANULE_64K:
      return sl0 === 3 ? null : `level ${3 - sl0}`;
    default:
      return null;
  }
};

const inputSize: Say = (t0sz) => `${64 - t0sz} bits of IPA`;

const walk = (half: string) =>
  `table walks, ${half} | 0 Non-cacheable | 1 Write-Back Read- and Write-Allocate` +
  ' | 2 Write-Through Read-Allocate | 3 Write-Back Read-Allocate';

/**
 * VTCR_EL2, as for 64-bit descriptors (D128 = 0). With DS = 1, bits [9:8] of a leaf hold address
 * bits and SH0 supplies its shareability. Source: ARM-ARM, VTCR_EL2.
 */
export const VTCR_EL2: RegisterSpec = {
  title: 'Virtualization Translation Control Register',
  source: ['ARM-ARM'],
  layout: layout(
    `
    63:46 RES0
    45    HDBSS FEAT_HDBSS | hardware records dirty pages in a structure
    44    HAFT  FEAT_HAFT  | hardware sets the Access flag of table descriptors
    43:42 RES0
    41    TL0   FEAT_THE   | TopLevel0 is checked
    40    GCSH  FEAT_THE   | privileged Guarded Control Stack accesses need AssuredOnly
    39    RES0
    38    D128  FEAT_D128  | descriptors | 0 64 bits | 1 128 bits
    37    S2POE FEAT_S2POE | permission overlays are on
    36    S2PIE FEAT_S2PIE | permissions | 0 direct | 1 indirect
    35    TL1   FEAT_THE   | TopLevel1 is checked
    34    AssuredOnly FEAT_THE | bit 58 of a leaf is AssuredOnly
    33    SL2   FEAT_LPA2  | with DS and the 4K granule, part of the start level | 0 0 | 1 1
    32    DS    FEAT_LPA2  | 4K and 16K descriptors | 0 48-bit addresses, SH in bits [9:8] | 1 52-bit addresses, SH from SH0
    31    RES1
    30    NSA   FEAT_SEL2  | output of the Non-secure IPA space in Secure state | 0 Secure | 1 Non-secure
    29    NSW   FEAT_SEL2  | table walks of the Non-secure IPA space in Secure state | 0 Secure | 1 Non-secure
    28    HWU62 FEAT_HPDS2 | hardware can use bit 62 of a leaf
    27    HWU61 FEAT_HPDS2 | hardware can use bit 61 of a leaf
    26    HWU60 FEAT_HPDS2 | hardware can use bit 60 of a leaf
    25    HWU59 FEAT_HPDS2 | hardware can use bit 59 of a leaf
    24:23 RES0
    22    HD    FEAT_HAFDBS | hardware manages the dirty state
    21    HA    FEAT_HAFDBS | hardware sets the Access flag
    20    RES0
    19    VS    FEAT_VMID16 | size of VMIDs | 0 8 bits | 1 16 bits
    18:16 PS    | output address size
    15:14 TG0   | granule | 0 4K | 1 64K | 2 16K
    13:12 SH0   | table walks, shareability | 0 NSH | 2 OSH | 3 ISH
    11:10 ORGN0 | ${walk('outer')}
    9:8   IRGN0 | ${walk('inner')}
    7:6   SL0   | start level
    5:0   T0SZ  | input address size
    `,
    { PS: paSize, SL0: startLevel, T0SZ: inputSize },
  ),
};

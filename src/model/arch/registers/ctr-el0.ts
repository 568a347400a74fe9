import type { Say } from '../bits/bit-field.ts';
import { layout } from '../bits/layout.ts';
import { HOST_BITS } from './host-bits.ts';
import type { RegisterSpec } from './register.ts';

const { DIC, IDC } = HOST_BITS.CTR_EL0;

const line: Say = (log2) => `${2 ** log2} ${log2 === 0 ? 'word' : 'words'}, ${4 * 2 ** log2} bytes`;

const granule =
  (unknown: string, least: number): Say =>
  (log2, word) => {
    if (log2 === 0) return unknown;
    return log2 < least || log2 > 9 ? null : line(log2, word);
  };

/** CTR_EL0. Source: ARM-ARM, CTR_EL0. */
export const CTR_EL0: RegisterSpec = {
  title: 'Cache Type Register',
  source: ['ARM-ARM'],
  layout: layout(
    `
    63:38 RES0
    37:32 TminLine FEAT_MTE2 | data covered by the tags of the smallest cache line with tags
    31    RES1
    30    RES0
    ${DIC.hi}    DIC      | IC to the PoU after code was written as data | 0 needed | 1 not needed
    ${IDC.hi}    IDC      | DC to the PoU after code was written as data | 0 needed, unless CLIDR_EL1 says otherwise | 1 not needed
    27:24 CWG      | most memory that one cache write-back can overwrite
    23:20 ERG      | exclusives reservation granule
    19:16 DminLine | smallest data or unified cache line
    15:14 L1Ip     | level 1 instruction cache policy | 2 VIPT | 3 PIPT
    13:4  RES0
    3:0   IminLine | smallest instruction cache line
    `,
    {
      TminLine: line,
      CWG: granule('not given here: assume 512 words, 2048 bytes', 1),
      ERG: granule('not given here: assume 512 words, 2048 bytes', 2),
      DminLine: line,
      IminLine: line,
    },
  ),
};

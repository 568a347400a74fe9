import type { Say } from '../bits/bit-field.ts';
import { layout } from '../bits/layout.ts';
import type { RegisterSpec } from './register.ts';

const levels = [7, 6, 5, 4, 3, 2, 1];

const tagCaches = levels.map(
  (n) =>
    `${2 * n + 32}:${2 * n + 31} Ttype${n} FEAT_MTE2 | tag cache at level ${n} | 0 none` +
    ' | 1 separate | 2 unified, tags and data in one line | 3 unified, tags in lines of their own',
);

const caches = levels.map(
  (n) =>
    `${3 * n - 1}:${3 * n - 3} Ctype${n} | cache at level ${n} | 0 none | 1 instruction` +
    ' | 2 data | 3 instruction and data, separate | 4 unified',
);

const upTo: Say = (level) => {
  if (level === 0) return 'no level has to be cleaned';
  return level === 1 ? 'level 1 has to be cleaned' : `levels 1 to ${level} have to be cleaned`;
};

const boundary: Say = (level) => (level === 0 ? 'not given here' : `level ${level}`);

/**
 * CLIDR_EL1. With FEAT_S2FWB the architecture requires LoUU = LoUIS = 0 (I_RRDBK).
 * Source: ARM-ARM, CLIDR_EL1.
 */
export const CLIDR_EL1: RegisterSpec = {
  title: 'Cache Level ID Register',
  source: ['ARM-ARM'],
  layout: layout(
    `
    63:47 RES0
    ${tagCaches.join('\n')}
    32:30 ICB   | highest level that caches Inner Cacheable memory
    29:27 LoUU  | clean to the PoU of this PE
    26:24 LoC   | clean to the PoC
    23:21 LoUIS | clean to the PoU of the Inner Shareable domain
    ${caches.join('\n')}
    `,
    { ICB: boundary, LoUU: upTo, LoC: upTo, LoUIS: upTo },
  ),
};

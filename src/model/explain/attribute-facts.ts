import type { Combined } from '../arch/combine/combined.ts';
import type { Cacheability, Half } from '../arch/half.ts';
import type { MairAttr } from '../arch/mair-table.ts';
import type { Stage2MemAttr } from '../arch/stage2-encoding.ts';
import type { Fact } from './show-tree.ts';
import { bits, hex } from './digits.ts';

const LONG: Readonly<Record<Cacheability, string>> = {
  NC: 'Non-cacheable',
  WT: 'Write-Through',
  WB: 'Write-Back',
};
const HINT_WORDS: Readonly<Record<string, string>> = {
  none: 'no allocation hint',
  RA: 'Read-Allocate',
  WA: 'Write-Allocate',
  RWA: 'Read- and Write-Allocate',
};
const RULES: Readonly<Record<Stage2MemAttr['rule'], string>> = {
  combine: 'combined with stage 1, the weaker wins',
  device: 'Device, over a stage-1 Device the stricter type',
  'normal-nc': 'Normal becomes Non-cacheable, a stage-1 Device stays',
  'force-wb': 'Write-Back whatever stage 1 asks',
  'as-stage-1': 'stage 1 unchanged',
  reserved: 'reserved',
  invalid: 'no encoding',
};

/** Facts about one byte of MAIR_ELx. */
export function mairFacts(mair: MairAttr): Fact[] {
  const facts: Fact[] = [];
  if (mair.attr !== null) facts.push(['byte', hex(mair.attr)]);
  facts.push(...halves(mair.inner, mair.outer));
  if (mair.tagged === true) facts.push(['Tagged', 'yes']);
  if (mair.xs !== null) facts.push(['XS', mair.xs ? '1' : '0']);
  if (mair.requires !== null && mair.requires !== 'none') facts.push(['needs', mair.requires]);
  if (mair.permitted !== null) facts.push(['permitted', mair.permitted]);
  return facts;
}

/** Facts about a stage-2 encoding. */
export function stage2Facts(s2: Stage2MemAttr): Fact[] {
  const facts: Fact[] = [];
  if (s2.memAttr !== null) facts.push(['MemAttr', bits(s2.memAttr)]);
  if (s2.fwb !== null) facts.push(['HCR_EL2.FWB', s2.fwb ? '1' : '0']);
  facts.push(['effect', RULES[s2.rule]]);
  if (s2.inner !== s2.outer) {
    facts.push(['inner', s2.inner === null ? 'reserved' : LONG[s2.inner]]);
    facts.push(['outer', s2.outer === null ? 'reserved' : LONG[s2.outer]]);
  }
  if (s2.noTagAccess) facts.push(['NoTagAccess', 'yes']);
  if (s2.res0Set) facts.push(['finding', 'MemAttr[3] is RES0 and set; the bit is ignored']);
  if (s2.permitted !== null) facts.push(['permitted', s2.permitted]);
  return facts;
}

/** Facts about combined attributes. */
export function combinedFacts(
  attrs: Pick<Combined, 'inner' | 'outer' | 'shareability' | 'tagged' | 'noTagAccess' | 'xs'>,
): Fact[] {
  const facts = halves(attrs.inner, attrs.outer);
  if (attrs.shareability !== null) facts.push(['shareability', attrs.shareability]);
  if (attrs.tagged === true) facts.push(['Tagged', 'yes']);
  if (attrs.noTagAccess === true) facts.push(['NoTagAccess', 'yes']);
  if (attrs.xs !== null) facts.push(['XS', attrs.xs ? '1' : '0']);
  return facts;
}

function halves(inner: Half | null, outer: Half | null): Fact[] {
  if (inner === null && outer === null) return [];
  if (inner === outer) return [['inner and outer', halfWords(inner)]];
  return [
    ['inner', halfWords(inner)],
    ['outer', halfWords(outer)],
  ];
}

function halfWords(half: Half | null): string {
  if (half === null) return 'not determined';
  if (half.hints === null) return LONG[half.cacheability];
  const transient = half.transient === true ? ', transient' : '';
  return `${LONG[half.cacheability]}, ${HINT_WORDS[half.hints] ?? half.hints}${transient}`;
}

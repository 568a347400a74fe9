import type { Attributes } from '../attributes.ts';
import { MAIR_TABLE, type MairAttr } from '../mair-table.ts';
import { SH_CANDIDATES, SH_NAMES, SH_PERMITTED, type Shareability } from '../sh-names.ts';
import type { Stage2MemAttr } from '../stage2-encoding.ts';
import { stage2MemAttr } from '../stage2-table.ts';
import { NOTHING_AGREED, type Agreed, type Finding } from './combined.ts';
import type { CombineQuery } from './input.ts';
import { mayHandOnOsh, outcome } from './outcome.ts';

const ASSIGNED = MAIR_TABLE.filter((byte) => byte.type !== 'reserved');
const RES0 = 'MemAttr[3] is RES0 without FEAT_MTE_PERM: a software error, the bit is ignored';

/** Reserved encodings and RES0 bits among the inputs. */
export function findings(q: CombineQuery, s1: MairAttr, s2: Stage2MemAttr): Finding[] {
  const found: Finding[] = [];
  const reserved = (field: Finding['field'], permitted: string) =>
    found.push({ field, finding: 'reserved', permitted });
  if (s1.permitted !== null) reserved('s1.attr', s1.permitted);
  if (SH_NAMES[q.s1.sh] === 'reserved') reserved('s1.sh', SH_PERMITTED);
  if (s2.permitted !== null) reserved('s2.memAttr', s2.permitted);
  else if (s2.res0Set) found.push({ field: 's2.memAttr', finding: 'res0-set', permitted: RES0 });
  if (SH_NAMES[q.s2.sh] === 'reserved') reserved('s2.sh', SH_PERMITTED);
  return found;
}

/** Every permitted result, and what they have in common. */
export interface Permitted {
  readonly results: readonly Attributes[];
  readonly agreed: Agreed;
}

const known = new Map<number, Permitted>();

/**
 * What is permitted where an input is reserved: a reserved byte acts as some assigned byte, a
 * reserved SH as any of the three, a reserved MemAttr as the values that R_HMNDG permits.
 * Worked out once for each set of inputs; all reserved bytes share one set.
 */
export function permittedResults(q: CombineQuery, s1: MairAttr, s2: Stage2MemAttr): Permitted {
  const byte = s1.type === 'reserved' ? 256 : q.s1.attr;
  const flags = (q.fwb ? 1 : 0) | (q.mtePerm ? 2 : 0) | (q.s2.fnxs ? 4 : 0);
  const key = (((byte * 4 + q.s1.sh) * 16 + q.s2.memAttr) * 4 + q.s2.sh) * 8 + flags;
  let found = known.get(key);
  if (found === undefined) {
    const results = Object.freeze([...enumerate(q, s1, s2)]);
    found = { results, agreed: agreement(results) };
    known.set(key, found);
  }
  return found;
}

function enumerate(q: CombineQuery, s1: MairAttr, s2: Stage2MemAttr): Set<Attributes> {
  const all = new Set<Attributes>();
  for (const byte of s1.type === 'reserved' ? ASSIGNED : [s1]) {
    for (const encoding of stage2Candidates(q, s2)) {
      for (const s2Sh of shCandidates(q.s2.sh)) {
        const stages = { s1: byte, s2: encoding, s2Sh, fnxs: q.s2.fnxs };
        for (const s1Sh of shCandidates(q.s1.sh)) all.add(outcome({ ...stages, s1Sh }, s1Sh));
        if (mayHandOnOsh(byte)) all.add(outcome({ ...stages, s1Sh: 'OSH' }, 'OSH'));
      }
    }
  }
  return all;
}

function stage2Candidates(q: CombineQuery, s2: Stage2MemAttr): Stage2MemAttr[] {
  if (s2.type !== 'reserved') return [s2];
  return s2.actsAs.map((value) => stage2MemAttr(value, q.fwb, q.mtePerm));
}

function shCandidates(sh: number): readonly Shareability[] {
  const name = SH_NAMES[sh] ?? 'reserved';
  return name === 'reserved' ? SH_CANDIDATES : [name];
}

/** What all permitted results have in common. */
export function agreement(permitted: readonly Attributes[]): Agreed {
  const first = permitted[0];
  if (first === undefined) return NOTHING_AGREED;
  const common = <K extends keyof Attributes>(field: K): Attributes[K] | null =>
    permitted.every((a) => a[field] === first[field]) ? first[field] : null;
  return {
    type: common('type') ?? 'reserved',
    device: common('device'),
    inner: common('inner'),
    outer: common('outer'),
    shareability: common('shareability'),
    tagged: common('tagged'),
    noTagAccess: common('noTagAccess'),
    xs: common('xs'),
  };
}

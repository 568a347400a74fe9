import { inputError } from '../../base/diagnose.ts';
import type { ModelError } from '../../base/error.ts';
import { number, requiredFlag } from '../../base/field.ts';
import type { Trace } from '../../base/step.ts';
import { ask, type Asked, type Outcome } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { KernelName } from '../kernels/registry.ts';
import { noteUnread } from '../not-in-kernel.ts';
import { ICACHE_SOURCE, icacheInvalAllPou } from './icache-inval.ts';

const PAGE_SHIFTS = [12, 14, 16] as const;
const MAP_SHIFTS = [12, 14, 16, 21, 25, 29, 30] as const;
const LINE_SHIFTS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const;

/** What `icacheRange` is asked: a leaf becomes executable. */
export interface IcacheRangeInput {
  /** `icache_is_aliasing()`: CTR_EL0.L1Ip of some CPU is not PIPT. */
  readonly aliasing: boolean;
  /** log2 of the page size of the host: 12, 14 or 16. */
  readonly pageShift: (typeof PAGE_SHIFTS)[number];
  /**
   * log2 of the size of the leaf, not below the page: 12, 21 and 30 with 4K pages, 14 and 25 with
   * 16K, 16 and 29 with 64K.
   */
  readonly mapShift: (typeof MAP_SHIFTS)[number];
  /** log2 of the smallest instruction cache line in bytes: CTR_EL0.IminLine + 2. */
  readonly lineShift: (typeof LINE_SHIFTS)[number];
  /** System capability ARM64_HAS_CACHE_DIC. */
  readonly dic: boolean;
}

/** 'unknown' where the code of the kernel asked about was not read. */
export interface IcacheRangeDecision extends DecisionOf<
  'icacheRange',
  'maintained' | 'not-maintained' | 'unknown'
> {
  /** The function that is called: icache_inval_pou or icache_inval_all_pou. */
  readonly chosen: 'byAddress' | 'all' | null;
  /** What it executes: IC IVAU line by line, IC IALLUIS without an address, or neither. */
  readonly issued: 'byAddress' | 'all' | 'none' | null;
  /** How many IC IVAU; null unless they are what is issued. */
  readonly lines: number | null;
}

const WHERE = '__invalidate_icache_guest_page';

const FIELDS = [
  requiredFlag('aliasing', 'the instruction cache of some CPU is not PIPT'),
  number('pageShift', 'log2 of the page size of the host', PAGE_SHIFTS),
  number('mapShift', 'log2 of the size of the leaf', MAP_SHIFTS),
  number('lineShift', 'log2 of the smallest instruction cache line in bytes', LINE_SHIFTS),
  requiredFlag('dic', 'ARM64_HAS_CACHE_DIC'),
] as const;

/** The question, its fields and its rules. */
export const ICACHE_RANGE: Asked<typeof FIELDS, IcacheRangeDecision> = {
  question: 'icacheRange',
  fields: FIELDS,
  nothing: { chosen: null, issued: null, lines: null },
  wrong: smallerThanPage,
  decide: (q, rules, trace) => {
    if (!rules.read.icacheRange) {
      noteUnread(WHERE, rules, trace);
      return { verdict: 'unknown', ret: null, chosen: null, issued: null, lines: null };
    }
    const { aliasing, pageShift, mapShift, lineShift } = q;
    if (trace.ask('icache_is_aliasing()', WHERE, { aliasing }, aliasing, ICACHE_SOURCE))
      return whole(q, trace);
    const range = 'size > __invalidate_icache_max_range()';
    const sizes = { mapShift, lineShift, pageShift };
    return trace.ask(range, WHERE, sizes, mapShift > limit(q), ICACHE_SOURCE)
      ? whole(q, trace)
      : byAddress(q, trace);
  },
};

/**
 * How much of the instruction cache KVM invalidates for a leaf that becomes executable: by address,
 * or all of it, where the cache is aliasing or the leaf has more lines than a page table of the
 * host has entries (MAX_DVM_OPS: 512 with 4K pages). So with 4K pages and lines of 64 bytes the
 * limit is 32 KB, and each 2M leaf empties the whole cache. Source: ARCH734, evaluated; the
 * by-address routine is assembly and was read. The older kernels were not read here.
 */
export function icacheRange(kernel: KernelName, input: IcacheRangeInput): IcacheRangeDecision {
  return ask(ICACHE_RANGE, kernel, input);
}

/** log2 of the limit: as many lines as a page table has entries, and an entry has 8 bytes. */
function limit({ pageShift, lineShift }: IcacheRangeInput): number {
  return pageShift - 3 + lineShift;
}

function whole({ dic }: IcacheRangeInput, trace: Trace): Outcome<IcacheRangeDecision> {
  const done = icacheInvalAllPou(dic, trace);
  const verdict = done ? 'maintained' : 'not-maintained';
  return { verdict, ret: null, chosen: 'all', issued: done ? 'all' : 'none', lines: null };
}

function byAddress(q: IcacheRangeInput, trace: Trace): Outcome<IcacheRangeDecision> {
  const { dic, mapShift, lineShift } = q;
  const check = 'alternative_if ARM64_HAS_CACHE_DIC';
  const chosen = 'byAddress';
  if (trace.note('read', check, 'icache_inval_pou', { dic }, dic, ICACHE_SOURCE))
    return { verdict: 'not-maintained', ret: null, chosen, issued: 'none', lines: null };
  const lines = 2 ** Math.max(0, mapShift - lineShift);
  return { verdict: 'maintained', ret: null, chosen, issued: 'byAddress', lines };
}

function smallerThanPage({ mapShift, pageShift }: IcacheRangeInput): ModelError | null {
  if (mapShift >= pageShift) return null;
  const wanted = `at least pageShift, ${pageShift}: no leaf is smaller than a page`;
  const sample = `mapShift: ${pageShift}`;
  return inputError('contradiction', 'mapShift', mapShift, wanted, sample, `Give ${sample}.`);
}

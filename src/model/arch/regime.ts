import { flag, integer, type ReadOf } from '../base/field.ts';
import type { ModelError } from '../base/error.ts';
import { readByFields } from '../base/read-fields.ts';
import { BadInput } from '../base/read-input.ts';
import type { Stage1Regime } from './stage1-leaf/regimes.ts';

/** What `translationRegime` is asked. */
export interface RegimeInput {
  /** Exception level that makes the access, 0 to 3. */
  readonly el: number;
  /** HCR_EL2.E2H, bit 34. Default false. */
  readonly e2h?: boolean;
  /** HCR_EL2.TGE, bit 27. Default false. */
  readonly tge?: boolean;
  /** HCR_EL2.VM, bit 0. Default false. */
  readonly vm?: boolean;
  /** HCR_EL2.DC, bit 12. Default false. */
  readonly dc?: boolean;
  /** SCTLR_ELx.M of the regime. Default true. */
  readonly m?: boolean;
}

/** Which tables an access goes through, and in which format their descriptors are. */
export interface Regime {
  readonly kind: 'regime';
  /** Null for bad input, and for EL1 with TGE: nothing runs there. */
  readonly regime: Stage1Regime | null;
  /** Base registers of stage 1, AttrIndx and MAIR in its descriptors; empty where it is off. */
  readonly stage1: readonly string[];
  /** Where the type of stage 1 comes from; null where stage 1 is off. */
  readonly mair: string | null;
  /** Base register of stage 2, MemAttr in its descriptors; null where there is none. */
  readonly stage2: 'VTTBR_EL2' | null;
  readonly source: readonly string[];
  readonly error?: ModelError;
}

const FIELDS = [
  integer('el', 'exception level of the access', 0, 3),
  flag('e2h', 'HCR_EL2.E2H'),
  flag('tge', 'HCR_EL2.TGE'),
  flag('vm', 'HCR_EL2.VM'),
  flag('dc', 'HCR_EL2.DC'),
  flag('m', 'SCTLR_ELx.M of the regime', true),
] as const;

type Query = ReadOf<typeof FIELDS>;

/** The tables of stage 1, and their MAIR, by regime. */
const TABLES: Readonly<Record<Stage1Regime, readonly [mair: string, ...bases: string[]]>> = {
  'EL1&0': ['MAIR_EL1', 'TTBR0_EL1', 'TTBR1_EL1'],
  'EL2&0': ['MAIR_EL2', 'TTBR0_EL2', 'TTBR1_EL2'],
  EL2: ['MAIR_EL2', 'TTBR0_EL2'],
  EL3: ['MAIR_EL3', 'TTBR0_EL3'],
};

/**
 * The translation regime of an access, and so the format of the descriptors that it meets: stage 2
 * exists in EL1&0 alone. In Non-secure state. Source: SAIL94, ARM-ARM.
 */
export function translationRegime(input: RegimeInput): Regime {
  const read = readByFields(FIELDS, input);
  const source = ['SAIL94', 'ARM-ARM'];
  const none = { kind: 'regime', regime: null, stage1: [], mair: null, stage2: null } as const;
  if (read instanceof BadInput) return { ...none, source, error: read.error };
  const regime = regimeOf(read);
  if (regime === null) return { ...none, source };
  const [mair, ...bases] = TABLES[regime];
  const on = read.m && !(regime === 'EL1&0' && (read.dc || read.tge));
  return {
    kind: 'regime',
    regime,
    stage1: on ? bases : [],
    mair: on ? mair : null,
    stage2: regime === 'EL1&0' && (read.vm || read.dc) ? 'VTTBR_EL2' : null,
    source,
  };
}

function regimeOf({ el, e2h, tge }: Query): Stage1Regime | null {
  if (el === 3) return 'EL3';
  if (el === 2) return e2h ? 'EL2&0' : 'EL2';
  if (el === 0 && e2h && tge) return 'EL2&0';
  return el === 1 && tge ? null : 'EL1&0';
}

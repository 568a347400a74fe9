import { bitsAt } from '../../bits/put.ts';
import { abortClass, EXCEPTION_CLASSES } from './exception-class.ts';
import { faultStatus, faultStatusText, type FaultKind } from './fault-status.ts';

/** Bits of ISS that every Data Abort has; an Instruction Abort has S1PTW of them. ARM-ARM, ESR_EL2. */
export const ABORT_BITS = { ISV: 24, CM: 8, S1PTW: 7, WnR: 6 } as const;
/** What WnR says. */
export const WNR = ['read', 'write'] as const;

/** A field of a syndrome with what its value says. */
export interface BriefField {
  readonly name: string;
  readonly value: number;
  readonly meaning: string;
}

/** What tells most in a syndrome. */
export interface BriefSyndrome {
  readonly fields: readonly BriefField[];
  /** The kind of fault that its status code names; null where it is no abort, or the code is reserved. */
  readonly fault: FaultKind | null;
}

/**
 * The class of a syndrome, and of an abort its status and the bits that say what was done: those of
 * `decodeSyndrome`, without the tables of all other fields, so that a page which shows no more stays small.
 */
export function syndromeInBrief(esr: bigint): BriefSyndrome {
  const bits = (hi: number, lo: number) => Number(bitsAt(esr, { hi, lo }));
  const ec = bits(31, 26);
  const abort = abortClass(ec);
  const of = EXCEPTION_CLASSES.get(ec) ?? 'reserved';
  const meaning = abort?.lower === false ? of.replace(/ from EL2$/, ' from EL1') : of;
  const fields: BriefField[] = [{ name: 'EC', value: ec, meaning }];
  if (abort === null) return { fields, fault: null };
  for (const [name, bit] of Object.entries(ABORT_BITS)) {
    if (!abort.data && name !== 'S1PTW') continue;
    const value = bits(bit, bit);
    const says = name === 'WnR' ? WNR : ['no', 'yes'];
    fields.push({ name, value, meaning: says[value] ?? '' });
  }
  const code = bits(5, 0);
  fields.push({
    name: abort.data ? 'DFSC' : 'IFSC',
    value: code,
    meaning: faultStatusText(code) ?? 'reserved',
  });
  return { fields, fault: faultStatus(code)?.kind ?? null };
}

import { inputError } from '../../base/diagnose.ts';
import { choice, optional, type ReadOf } from '../../base/field.ts';
import { readByFields } from '../../base/read-fields.ts';
import { BadInput } from '../../base/read-input.ts';
import { MTE_PERM_FIELD, S1_FIELD, S2_FIELD, type ShInput } from '../combine/input.ts';
import { CONTROL_FIELDS, controlsOf, type Hcr, type Sctlr } from './controls.ts';

/** Kinds of access that the controls tell apart. */
export const ACCESSES = ['data', 'instruction'] as const;

/** A data access or an instruction fetch, by EL1 or EL0. */
export type Access = (typeof ACCESSES)[number];

/** What `stage1Attributes` is asked. */
export interface Stage1Input {
  /** Default data. */
  readonly access?: Access;
  readonly sctlr?: Sctlr;
  readonly hcr?: Hcr;
  /** The MAIR byte and SH (default ISH); needed where stage 1 is on: M = 1 and DC = 0. */
  readonly s1?: { readonly attr: number; readonly sh?: ShInput };
}

/** What `accessAttributes` is asked. */
export interface AccessInput extends Stage1Input {
  /** MemAttr[3:0], SH (default ISH), and FnXS, descriptor bit 11 (default false). */
  readonly s2: { readonly memAttr: number; readonly sh?: ShInput; readonly fnxs?: boolean };
  /** FEAT_MTE_PERM is implemented. Default false. */
  readonly mtePerm?: boolean;
}

/** The fields of the input of `stage1Attributes`. */
export const STAGE1_FIELDS = [
  choice('access', 'kind of access', ACCESSES, 'data'),
  ...CONTROL_FIELDS,
  optional(S1_FIELD),
] as const;

/** The fields of the input of `accessAttributes`. */
export const ACCESS_FIELDS = [...STAGE1_FIELDS, S2_FIELD, MTE_PERM_FIELD] as const;

type Controls = ReturnType<typeof controlsOf>;

/** Stage 1 with every bit of its controls; `s1` is null where stage 1 is off. */
export type Stage1Query = Omit<ReadOf<typeof STAGE1_FIELDS>, keyof Controls> & Controls;

/** Both stages likewise. */
export type AccessQuery = Omit<ReadOf<typeof ACCESS_FIELDS>, keyof Controls> & Controls;

/** Reads the input of `stage1Attributes`. */
export function readStage1(raw: unknown): Stage1Query | BadInput {
  const q = readByFields(STAGE1_FIELDS, raw);
  return q instanceof BadInput ? q : needsByte({ ...q, ...controlsOf(q) });
}

/** Reads the input of `accessAttributes`. */
export function readAccess(raw: unknown): AccessQuery | BadInput {
  const q = readByFields(ACCESS_FIELDS, raw);
  return q instanceof BadInput ? q : needsByte({ ...q, ...controlsOf(q) });
}

/** With stage 1 off its byte is not read, so that one input can be asked with M = 0 and M = 1. */
function needsByte<Q extends Stage1Query>(q: Q): Q | BadInput {
  const on = q.sctlr.m && !q.hcr.dc;
  if (on && q.s1 === null) {
    const remedy = 'Add s1 with the MAIR byte: stage 1 is on, because M is 1 and DC is 0.';
    const sample = 's1: { attr: 0xff }';
    return new BadInput(inputError('missing-field', 's1', undefined, 'an object', sample, remedy));
  }
  return on ? q : { ...q, s1: null };
}

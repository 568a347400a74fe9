import { inputError } from '../../base/diagnose.ts';
import { choice, flag, integer, type Field } from '../../base/field.ts';
import { BadInput, readInput } from '../../base/read-input.ts';
import type { Reader } from '../../base/reader.ts';
import type { ShInput } from '../combine/input.ts';
import { SH_FIELD, SH_NAMES } from '../shareability.ts';
import { CONTROL_FIELDS, readHcr, readSctlr, type Hcr, type Sctlr } from './controls.ts';

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

/** Stage 1 with every field present; `s1Attr` is null where stage 1 is off. */
export interface Stage1Query {
  readonly access: Access;
  readonly sctlr: Required<Sctlr>;
  readonly hcr: Required<Hcr>;
  readonly s1Attr: number | null;
  readonly s1Sh: number;
}

/** Both stages with every field present. */
export interface AccessQuery extends Stage1Query {
  readonly s2MemAttr: number;
  readonly s2Sh: number;
  readonly fnxs: boolean;
  readonly mtePerm: boolean;
}

const S1: readonly Field[] = [integer('attr', 'attribute byte of MAIR_EL1', 0, 255), SH_FIELD];
const S2: readonly Field[] = [
  integer('memAttr', 'MemAttr[3:0], descriptor bits [5:2]', 0, 15),
  SH_FIELD,
  flag('fnxs', 'FnXS, descriptor bit 11'),
];
const STAGE1_FIELDS: readonly Field[] = [
  choice('access', 'kind of access', ACCESSES, 'data'),
  ...CONTROL_FIELDS,
  {
    name: 's1',
    meaning: 'stage 1',
    accepts: { kind: 'record', fields: S1, orNull: false },
    absent: 'optional',
  },
];
const ACCESS_FIELDS: readonly Field[] = [
  ...STAGE1_FIELDS,
  {
    name: 's2',
    meaning: 'stage 2',
    accepts: { kind: 'record', fields: S2, orNull: false },
    absent: 'required',
  },
  flag('mtePerm', 'FEAT_MTE_PERM is implemented'),
];

/** Reads the input of `stage1Attributes`. */
export function readStage1(raw: unknown): Stage1Query | BadInput {
  const q = readInput(STAGE1_FIELDS, raw, (r) => {
    const input = r.object(raw);
    r.only(input, STAGE1_FIELDS);
    return stage1Of(r, input);
  });
  return needsByte(q);
}

/** Reads the input of `accessAttributes`. */
export function readAccess(raw: unknown): AccessQuery | BadInput {
  const q = readInput(ACCESS_FIELDS, raw, (r) => {
    const input = r.object(raw);
    r.only(input, ACCESS_FIELDS);
    const s2 = r.object(input['s2']);
    r.only(s2, S2);
    return {
      ...stage1Of(r, input),
      s2MemAttr: r.integer(s2['memAttr'], 0, 15, undefined),
      s2Sh: r.named(s2['sh'], 3, SH_NAMES, 3),
      fnxs: r.flag(s2['fnxs'], false),
      mtePerm: r.flag(input['mtePerm'], false),
    };
  });
  return needsByte(q);
}

function stage1Of(r: Reader, input: Readonly<Record<string, unknown>>): Stage1Query {
  const raw = input['s1'];
  const s1 = raw === undefined ? {} : r.object(raw);
  r.only(s1, S1);
  return {
    access: r.choice(input['access'], ACCESSES, 'data'),
    sctlr: readSctlr(r, input['sctlr']),
    hcr: readHcr(r, input['hcr']),
    s1Attr: raw === undefined ? null : r.integer(s1['attr'], 0, 255, undefined),
    s1Sh: r.named(s1['sh'], 3, SH_NAMES, 3),
  };
}

/** With stage 1 off its byte is not read, so that one input can be asked with M = 0 and M = 1. */
function needsByte<Q extends Stage1Query>(q: Q | BadInput): Q | BadInput {
  if (q instanceof BadInput) return q;
  const on = q.sctlr.m && !q.hcr.dc;
  if (on && q.s1Attr === null) {
    const remedy = 'Add s1 with the MAIR byte: stage 1 is on, because M is 1 and DC is 0.';
    const sample = 's1: { attr: 0xff }';
    return new BadInput(inputError('missing-field', 's1', undefined, 'an object', sample, remedy));
  }
  return on ? q : { ...q, s1Attr: null };
}

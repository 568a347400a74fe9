import {
  accessAttributes,
  combineStages,
  decodeMairAttr,
  decodeStage2Leaf,
  decodeStage2MemAttr,
  encodeStage2Leaf,
  maintenanceNeeded,
  QUESTIONS,
  stage1Attributes,
  type Accepts,
  type Field,
  type ModelError,
  type Question,
} from 'stage-two';
import { answer } from './inputs.ts';

/** A function of the model with an input that has every field. */
export interface Sample {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The places that have no default: 's1.attr'. */
  readonly required: readonly string[];
  readonly ask: (input: unknown) => { readonly error?: ModelError };
}

const s1 = { attr: 0xff, sh: 3 };
const s2 = { memAttr: 0xf, sh: 3, fnxs: false };
const sctlr = { m: true, c: true, i: true };
const hcr = { fwb: true, dc: false, dct: false, cd: false, id: false };
const stage1 = { access: 'data', sctlr, hcr, s1 };
const leaf = {
  fwb: true,
  level: 2,
  granule: '4K',
  lpa2: false,
  xnx: true,
  xs: true,
  bbml1: true,
  mtePerm: false,
};
const bits = {
  memAttr: 6,
  sh: 3,
  s2ap: { read: true, write: true },
  execute: { el1: true, el0: true },
  af: true,
  fnxs: false,
  contiguous: false,
  dbm: false,
  nT: false,
  software: 0,
  pbha: 0,
};

/** The questions about the architecture, as the docstrings of their inputs describe them. */
export const ARCH: readonly Sample[] = [
  {
    name: 'combineStages',
    input: { s1, s2, fwb: false, mtePerm: false },
    required: ['s1', 's1.attr', 's2', 's2.memAttr', 'fwb'],
    ask: (input) => combineStages(input as never),
  },
  {
    name: 'stage1Attributes',
    input: stage1,
    required: ['s1', 's1.attr'],
    ask: (input) => stage1Attributes(input as never),
  },
  {
    name: 'accessAttributes',
    input: { ...stage1, s2, mtePerm: false },
    required: ['s1', 's1.attr', 's2', 's2.memAttr'],
    ask: (input) => accessAttributes(input as never),
  },
  {
    name: 'decodeMairAttr',
    input: { xs: true, mte2: true },
    required: [],
    ask: (input) => decodeMairAttr(0, input as never),
  },
  {
    name: 'decodeStage2MemAttr',
    input: { fwb: true, mtePerm: false },
    required: ['fwb'],
    ask: (input) => decodeStage2MemAttr(0, input as never),
  },
  {
    name: 'decodeStage2Leaf',
    input: leaf,
    required: ['fwb', 'level'],
    ask: (input) => decodeStage2Leaf(0n, input as never),
  },
  {
    name: 'encodeStage2Leaf',
    input: { ...leaf, ...bits },
    required: ['fwb', 'level', 'memAttr', 's2ap.read', 's2ap.write', 'execute.el1', 'execute.el0'],
    ask: (input) => encodeStage2Leaf(0n, input as never),
  },
  {
    name: 'maintenanceNeeded',
    input: {
      fwb: true,
      idc: true,
      dic: true,
      loc: 0,
      louu: 0,
      louis: 0,
      memAttr: 6,
      executable: true,
      cacheableWrites: true,
    },
    required: ['fwb', 'idc', 'dic'],
    ask: (input) => maintenanceNeeded(input as never),
  },
];

/** The questions about the kernel, as their fields describe them. */
export const KVM: readonly Sample[] = (Object.keys(QUESTIONS) as Question[]).map((question) => {
  const { fields } = QUESTIONS[question];
  return {
    name: question,
    input: filled(fields),
    required: requiredIn(fields, ''),
    ask: (input) => answer(question, 'v7.3', input),
  };
});

function filled(fields: readonly Field[]): Record<string, unknown> {
  return Object.fromEntries(fields.map(({ name, accepts }) => [name, first(accepts)]));
}

function first(accepts: Accepts): unknown {
  switch (accepts.kind) {
    case 'boolean':
      return true;
    case 'choice':
    case 'number':
      return accepts.values[0];
    case 'integer':
      return accepts.min;
    case 'record':
      return filled(accepts.fields);
    case 'list':
      return [filled(accepts.fields)];
  }
}

function requiredIn(fields: readonly Field[], path: string): string[] {
  return fields.flatMap(({ name, accepts, absent }) => {
    const place = `${path}${name}`;
    const own = absent === 'required' ? [place] : [];
    if (accepts.kind === 'record') return [...own, ...requiredIn(accepts.fields, `${place}.`)];
    if (accepts.kind === 'list') return [...own, ...requiredIn(accepts.fields, `${place}[0].`)];
    return own;
  });
}

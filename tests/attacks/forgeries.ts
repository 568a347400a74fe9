import { describe, handleFault } from '../../src/model/index.ts';
import { treeKey } from '../../src/observations/key.ts';

/** A program that tries to put a mark behind what no kernel was seen to say. */
export interface Forgery {
  readonly name: string;
  readonly code: string;
  /** It may hand over the real answer, whole: that has its mark. */
  readonly orReal?: boolean;
}

/** `real` is an answer that was seen, `other` one that was not, of the same question. */
export const SET_UP = `import { handleFault, KERNELS as all } from 'stage-two';
const ask = { vma: { vmPfnmap: true, attrIndx: 'MT_NORMAL' }, access: 'read' } as const;
const real = handleFault('v7.3', { ...ask, fwb: true, dic: true });
const other = handleFault('v6.16', { ...ask, fwb: false, dic: false });
`;

const step = (change: string): string =>
  `show({ ...real, because: real.because.map((b, i) => (i === 1 ? { ...b, ${change} } : b)) } as never);`;

/** Each of them ran before with a mark, or is a sibling of one that did. */
export const FORGERIES: readonly Forgery[] = [
  {
    name: 'toJSON of its own',
    code: "const { because, ...came } = real;\nshow({ ...real, kernel: 'v7.3', verdict: 'fails', errno: 'EFAULT', ret: -14, mapping: null, toJSON: () => came });",
  },
  {
    name: 'toJSON of every object',
    code: 'const { because, ...came } = real;\n(Object.prototype as any).toJSON = function () { return came; };\nshow(other);',
  },
  {
    name: 'a replaced JSON.stringify',
    code: 'const { because, ...came } = real;\nconst text = JSON.stringify([came, because.map(({ check, inputs, answer, decides }) => [check, inputs, answer, decides])]);\nJSON.stringify = () => text;\nshow(other);',
  },
  { name: 'another source of a step', code: step("source: ['V10-5']") },
  { name: 'another function of a step', code: step("in: 'nowhere'") },
  { name: 'another check of a step', code: step("check: 'kvm_is_lucky()'") },
  { name: 'another answer of a step', code: step('answer: !b.answer') },
  { name: 'another input of a step', code: step('inputs: { fwb: false }') },
  { name: 'another errno', code: "show({ ...real, errno: 'EPERM' } as never);" },
  { name: 'another verdict', code: "show({ ...real, verdict: 'refused' } as never);" },
  {
    name: 'another mapping',
    code: 'show({ ...real, mapping: { ...real.mapping, r: false } } as never);',
  },
  { name: 'another kernel', code: "show({ ...real, kernel: 'v6.17' } as never);" },
  {
    name: 'a getter that answers differently each time',
    code: "let n = 0;\nshow({ ...real, get errno() { return n++ % 2 ? null : 'EPERM'; } } as never);\nshow({ ...real, get verdict() { return n++ % 2 ? 'mapped' : 'fails'; } } as never);",
  },
  {
    name: 'a proxy that answers differently each time',
    code: 'let n = 0;\nshow(new Proxy(real, { get: (at, key) => (n++ % 3 ? Reflect.get(at, key) : Reflect.get(other, key)) }));',
    orReal: true,
  },
  {
    name: 'a mutated list of kernels',
    code: "(all as any)[0] = 'evil';\n(all as any)[1] = 'v7.3';\nshow(handleFault('v7.3', { ...ask, fwb: false, dic: false }));\nshow(handleFault('evil' as never, { ...ask, fwb: true, dic: true }));",
  },
  {
    name: 'a map that swaps the steps',
    code: "const map = Array.prototype.map;\nArray.prototype.map = function (this: any, f: any, t: any) { return map.call(this === other.because ? real.because : this, f, t); } as never;\nshow({ ...other, verdict: 'fails', errno: 'EFAULT' } as never);",
  },
  {
    name: 'a key of its own',
    code: "show({ ...other, identity: JSON.stringify(real), key: 'x', seen: true } as never);",
  },
  {
    name: 'a class of its own',
    code: "show({ ...other, verdict: 'mapped seen' } as never);\nshow({ ...other, because: other.because.map((b) => ({ ...b, source: ['seen on Linux 7.3.4'] })) } as never);",
  },
];

const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;
const real = handleFault('v7.3', { vma, fwb: true, dic: true, access: 'read' });

/** The one answer that a kernel is said to have given. */
export const SEEN = {
  [treeKey(describe(real)) ?? '']: {
    on: 'Linux 7.3.4, neoverse-v1',
    href: '/observations/7.3.4/#case-a',
  },
};

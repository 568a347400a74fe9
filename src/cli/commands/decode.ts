import {
  nearest,
  REGISTER_NAMES,
  registerNamed,
  renderText,
  type ModelError,
} from '../../model/index.ts';
import type { Command } from '../command.ts';
import { fault } from '../decode/fault.ts';
import { leaf } from '../decode/leaf.ts';
import { mair } from '../decode/mair.ts';
import { memattr } from '../decode/memattr.ts';
import { ptdump } from '../decode/ptdump.ts';
import { registerSubject } from '../decode/register.ts';
import { stage1Leaf } from '../decode/stage1-leaf.ts';
import type { Subject } from '../decode/subject.ts';
import { clip, json, optionLines, type Option, type Parsed } from '../options.ts';
import { runWith } from '../run-with.ts';
import { UsageError } from '../usage-error.ts';

const OPTIONS: readonly Option[] = [
  { name: 'fwb', value: '0|1', meaning: 'memattr, leaf: HCR_EL2.FWB (needed)' },
  { name: 'mte-perm', value: '0|1', meaning: 'memattr, leaf: FEAT_MTE_PERM (default 0)' },
  { name: 'level', value: '0..3', meaning: 'leaf, stage1-leaf: lookup level (needed)' },
  {
    name: 'regime',
    value: 'el1-0|el2-0|el2|el3',
    meaning: 'stage1-leaf: whose table it is (needed)',
  },
  { name: 'granule', value: '4K|16K|64K', meaning: 'leaf, stage1-leaf: TG0 (default 4K)' },
  { name: 'lpa2', value: '0|1', meaning: 'leaf, stage1-leaf: 52-bit addresses (default 0)' },
  { name: 'xnx', value: '0|1', meaning: 'leaf: FEAT_XNX (default 1)' },
  { name: 'xs', value: '0|1', meaning: 'leaf: FEAT_XS (default 1)' },
  { name: 'bbml1', value: '0|1', meaning: 'leaf, stage1-leaf: FEAT_BBML1 (default 0)' },
  json,
];
const NAMED: Readonly<Record<string, Subject>> = {
  mair,
  memattr,
  leaf,
  'stage1-leaf': stage1Leaf,
  fault,
  ptdump,
};
const EXAMPLES = [...Object.values(NAMED), registerSubject('CTR_EL0')].map((s) => s.example);
const WANTED = `${Object.keys(NAMED).join(', ')}, or one of ${REGISTER_NAMES.join(', ')}`;

/** `decode mair|memattr|leaf|stage1-leaf|fault|ptdump|NAME VALUE`: the fields of an encoding or of a register. */
export const decode: Command = {
  name: 'decode',
  summary: 'the fields of a MAIR byte, a stage-2 MemAttr, a descriptor or a register',
  example: mair.example,
  help: [
    'stage-two decode mair VALUE [--json]',
    'stage-two decode memattr VALUE --fwb 0|1 [--mte-perm 0|1] [--json]',
    'stage-two decode leaf VALUE --fwb 0|1 --level 0..3 ... [--json]',
    'stage-two decode stage1-leaf VALUE --regime R --level 0..3 ... [--json]',
    'stage-two decode fault ESR HPFAR FAR [--json]',
    'stage-two decode ptdump LINE [--json]',
    `stage-two decode NAME VALUE [--json], NAME one of ${REGISTER_NAMES.join(', ')}`,
    '',
    ...optionLines(OPTIONS),
    '',
    'A value is hexadecimal, with or without 0x; underscores and spaces in quotes are let be.',
    'Names in any case, with _, - or a space. Counts such as --level are decimal, or with 0x.',
    ...EXAMPLES.map((example, i) => `${i === 0 ? 'Examples:' : '         '} ${example}`),
  ],
  run: (args, outside) =>
    runWith({ command: decode, options: OPTIONS }, args, outside, (parsed) => {
      const value = decodeWords(parsed);
      if (value instanceof UsageError) return value;
      outside.out(parsed.values.has('json') ? JSON.stringify(value, null, 2) : renderText(value));
      return 0;
    }),
};

function decodeWords({ words, values }: Parsed): object | UsageError {
  const [name, ...operands] = words;
  if (name === undefined) return new UsageError('nothing to decode', WANTED, mair.example);
  const subject = subjectOf(name);
  if (subject === null) {
    const { expected, nearest: near } = registerNamed(name).error ?? {};
    const which = /^one of '\w+', '\w+'$/.test(expected ?? '') ? (expected ?? WANTED) : WANTED;
    return new UsageError(
      clip(name),
      which,
      mair.example,
      near ?? nearest(name, Object.keys(NAMED)),
    );
  }
  const { example } = subject;
  const missing = subject.operands[operands.length];
  if (missing !== undefined) return new UsageError('no value', missing, example);
  const extra = operands[subject.operands.length];
  if (extra !== undefined) {
    const count = subject.operands.length;
    return new UsageError(clip(extra), count === 1 ? 'one value' : `${count} values`, example);
  }
  const odd = [...values.keys()].find((o) => o !== 'json' && !subject.options.includes(o));
  if (odd !== undefined) return new UsageError(`--${odd}`, `no --${odd} with ${name}`, example);
  return withoutError(subject.decode(operands, values), example);
}

function subjectOf(name: string): Subject | null {
  const word = name.toLowerCase();
  if (Object.hasOwn(NAMED, word)) return NAMED[word] ?? null;
  const { register } = registerNamed(name);
  return register === null ? null : registerSubject(register);
}

/** What the model does not accept is an error of the command line. */
function withoutError(value: object, example: string): object | UsageError {
  const { error } = value as { readonly error?: ModelError };
  return error ? UsageError.of(error, example) : value;
}

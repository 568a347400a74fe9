import { BadInput } from '../../base/read-input.ts';
import { readWord, wordHex } from '../../base/word.ts';
import type { ModelError } from '../../base/error.ts';
import { split } from '../bits/split.ts';
import type { Register, RegisterSpec } from './register.ts';

/** The decode of a value by the layout of a register that is known. */
export function decodeWord(name: string, spec: RegisterSpec, value: bigint | number): Register {
  const word = readWord('value', value);
  if (word instanceof BadInput) return refusedRegister(name, spec.title, word.error);
  const layout = typeof spec.layout === 'function' ? spec.layout(word) : spec.layout;
  const { fields, findings } = split(word, layout);
  const { title, source } = spec;
  return {
    kind: 'register',
    name,
    title,
    value: wordHex(word),
    fields,
    findings,
    source,
  };
}

/** What a register or a value that is none gives. */
export function refusedRegister(
  name: string | null,
  title: string,
  error: ModelError | undefined,
): Register {
  return {
    kind: 'register',
    name,
    title,
    value: null,
    fields: [],
    findings: [],
    source: ['ARM-ARM'],
    ...(error && { error }),
  };
}

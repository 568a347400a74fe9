import { inputError } from '../../base/diagnose.ts';
import type { ModelError } from '../../base/error.ts';
import { nearest } from '../../base/nearest.ts';
import { REGISTER_NAMES, type RegisterName } from './names.ts';
import { registerMeant } from './register-meant.ts';

/** The register that a name means. */
export interface NamedRegister {
  /** Null for a name of none, and for a name of two. */
  readonly register: RegisterName | null;
  readonly error?: ModelError;
}

/** `registerMeant`, with an error for a name that means none, or two. */
export function registerNamed(name: unknown): NamedRegister {
  if (typeof name !== 'string') return { register: null, error: unknownRegister(name, [], null) };
  const { register, word, found, levelled } = registerMeant(name);
  if (register !== null) return { register };
  const near = found.length > 1 ? null : (found[0] ?? nearest(word, REGISTER_NAMES));
  return { register: null, error: unknownRegister(name, levelled ? [] : found, near) };
}

function unknownRegister(
  name: unknown,
  both: readonly RegisterName[],
  near: string | null,
): ModelError {
  const names = both.length > 1 ? both : REGISTER_NAMES;
  const wanted = `one of ${names.map((known) => `'${known}'`).join(', ')}`;
  const code = typeof name === 'string' ? 'unknown-choice' : 'wrong-type';
  const sample = `'${near ?? names[0] ?? 'CTR_EL0'}'`;
  const remedy = near === null ? `Ask about ${wanted}.` : `Is it ${near}?`;
  const error = inputError(code, 'name', name, wanted, sample, remedy);
  return near === null ? error : { ...error, nearest: near };
}

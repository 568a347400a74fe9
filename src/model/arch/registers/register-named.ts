import { inputError } from '../../base/diagnose.ts';
import type { ModelError } from '../../base/error.ts';
import { nearest } from '../../base/nearest.ts';
import { REGISTER_NAMES, type RegisterName } from './names.ts';

/** The register that a name means. */
export interface NamedRegister {
  /** Null for a name of none, and for a name of two. */
  readonly register: RegisterName | null;
  readonly error?: ModelError;
}

/**
 * The register that a name means, as people write it: in any case, with - or a space, with the SYS_
 * of the kernel, as ESR_EL12, or without its Exception level where only one register has the name.
 */
export function registerNamed(name: unknown): NamedRegister {
  if (typeof name !== 'string') return { register: null, error: unknownRegister(name, [], null) };
  const word = plain(name);
  const found = REGISTER_NAMES.filter((known) => known === word || stem(known) === stem(word));
  const own = found.find((known) => known === word);
  const levelled = /_EL\d$/.test(word);
  const [only, ...others] = levelled ? (own ? [own] : []) : found;
  if (only !== undefined && others.length === 0) return { register: only };
  const near = found.length > 1 ? null : (found[0] ?? nearest(word, REGISTER_NAMES));
  return { register: null, error: unknownRegister(name, levelled ? [] : found, near) };
}

/** As the manual writes it. ESR_EL12 is the name of ESR_EL1 for a host at EL2. */
function plain(name: string): string {
  return name
    .slice(0, 100)
    .trim()
    .toUpperCase()
    .replace(/[-.\s]+/g, '_')
    .replace(/^SYS_/, '')
    .replace(/_EL12$/, '_EL1')
    .replace(/^(?:ID_)?(?:AA64)?MMFR2(?=_EL|$)/, 'ID_AA64MMFR2');
}

function stem(name: string): string {
  return name.replace(/_EL[\dX]$/, '');
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

import { REGISTER_NAMES, type RegisterName } from './names.ts';

/** The registers that a name can mean, and the only one that it does. */
export interface Meant {
  /** Null for a name of none, and for a name of two. */
  readonly register: RegisterName | null;
  /** The name as the manual writes it. */
  readonly word: string;
  /** Those whose name is the same but for the Exception level. */
  readonly found: readonly RegisterName[];
  /** The name says an Exception level. */
  readonly levelled: boolean;
}

/**
 * The register that a name means, as people write it: in any case, with - or a space, with the SYS_
 * of the kernel, as ESR_EL12, or without its Exception level where only one register has the name.
 */
export function registerMeant(name: string): Meant {
  const word = plain(name);
  const found = REGISTER_NAMES.filter((known) => known === word || stem(known) === stem(word));
  const own = found.find((known) => known === word);
  const levelled = /_EL\d$/.test(word);
  const [only, ...others] = levelled ? (own ? [own] : []) : found;
  return { register: others.length === 0 ? (only ?? null) : null, word, found, levelled };
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

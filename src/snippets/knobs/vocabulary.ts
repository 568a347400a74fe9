import { COMMON_BYTES } from '../../figures/combine/stages.ts';
import {
  ARCH_INPUTS,
  ATTR_INDX_NAMES,
  GUEST_S1S,
  KERNELS,
  POLICIES,
  PROPERTIES,
  QUESTIONS,
  VMA_KINDS,
} from '../../model/index.ts';
import type { Accepts, ExploreInput, Field } from '../../model/index.ts';
import type { Knob } from './knob.ts';

/*
 * What may stand in the place of a literal is what the model takes there: the fields of its questions, by
 * their names, and its own lists. Nothing is listed here for a chapter. The build alone asks this.
 */
const choice = (values: readonly string[]): Accepts => ({ kind: 'choice', values });

/** Lists whose words say by themselves what they are, wherever they stand. */
const LISTS: Readonly<Record<string, Accepts>> = {
  kernel: choice(KERNELS),
  attrIndx: choice(ATTR_INDX_NAMES),
  policy: choice(POLICIES.map(({ name }) => name)),
  property: choice(PROPERTIES),
};

/** Of a field that takes more values than one can choose from, those that one meets. */
const COMMON: Readonly<Record<string, Accepts>> = {
  attr: { kind: 'number', values: COMMON_BYTES },
};

/** What a search takes, which has no fields. */
const SEARCHED: { readonly [Name in keyof ExploreInput]?: Accepts } = {
  vma: choice(VMA_KINDS),
  guestS1: choice(GUEST_S1S),
};

/** More than this is no choice but a range. */
const MOST = 16;

const byName = new Map<string, Accepts[]>();
/** Fields that hold fields of their own. */
const holders = new Set<string>();
for (const { fields } of Object.values(QUESTIONS)) gather(fields);
for (const fields of Object.values(ARCH_INPUTS)) gather(fields);
for (const [name, accepts] of Object.entries({ ...LISTS, ...SEARCHED })) add(name, accepts);

function gather(fields: readonly Field[]): void {
  for (const { name, accepts } of fields) {
    if ('fields' in accepts) {
      holders.add(name);
      gather(accepts.fields);
    } else add(name, COMMON[name] ?? accepts);
  }
}

function add(name: string, accepts: Accepts): void {
  byName.set(name, [...(byName.get(name) ?? []), accepts]);
}

/**
 * offeredFor gives what may stand in the place of a literal, by the name of its field or variable where it
 * has one; null: the model does not know it, or knows it as different things.
 */
export function offeredFor(
  name: string | null,
  literal: string,
): Pick<Knob, 'name' | 'choices'> | null {
  const own = name === null ? [] : (byName.get(name) ?? []);
  const choices = only(own.map((accepts) => choicesOf(accepts, literal)));
  if (choices !== null && name !== null) return { name, choices };
  if (own.length > 0 || !/^['"]/.test(literal)) return null;
  for (const [list, accepts] of Object.entries(LISTS)) {
    const words = choicesOf(accepts, literal);
    if (words !== null) return { name: list, choices: words };
  }
  return null;
}

/** fieldWords has every field by its name, with the words that it takes; none where it takes no words. */
export function fieldWords(): Readonly<Record<string, readonly string[]>> {
  const wordsOf = (accepts: Accepts): readonly string[] => {
    if (accepts.kind === 'choice') return accepts.values;
    return accepts.kind === 'integer' ? (accepts.names ?? []) : [];
  };
  const own = [...byName].map(([name, lists]) => [name, [...new Set(lists.flatMap(wordsOf))]]);
  return Object.fromEntries([...[...holders].map((name) => [name, []]), ...own]);
}

/** The one list that has been found; null: none, or two that differ. */
function only(lists: readonly (readonly string[] | null)[]): readonly string[] | null {
  const found = lists.filter((list) => list !== null);
  const [first = null] = found;
  return found.every((list) => list.join() === first?.join()) ? first : null;
}

/** All that is accepted where the literal stands, written as it is written; null: it is none of it. */
function choicesOf(accepts: Accepts, literal: string): readonly string[] | null {
  const all = written(accepts, literal);
  return all.length > 1 && all.length <= MOST && all.includes(literal) ? all : null;
}

function written(accepts: Accepts, literal: string): readonly string[] {
  const quote = /^['"]/.exec(literal)?.[0];
  const quoted = (words: readonly string[]): string[] =>
    words.map((word) => `${quote}${word}${quote}`);
  if (accepts.kind === 'boolean') return ['false', 'true'];
  if (accepts.kind === 'choice') return quote === undefined ? [] : quoted(accepts.values);
  if (accepts.kind === 'number') return accepts.values.map((value) => number(value, literal));
  if (accepts.kind !== 'integer') return [];
  const { min, max, names } = accepts;
  if (quote !== undefined) return quoted(names ?? []);
  if (max - min >= MOST) return [];
  return Array.from({ length: max - min + 1 }, (_, i) => number(min + i, literal));
}

/** A number in the notation of another: its base, and as many digits. */
function number(value: number, like: string): string {
  const base = { '0b': 2, '0x': 16 }[like.slice(0, 2)];
  if (base === undefined) return String(value);
  const digits = value.toString(base).padStart(like.length - 2, '0');
  return like.slice(0, 2) + (/[A-F]/.test(like) ? digits.toUpperCase() : digits);
}

import { MAX_ASKS } from '../core/limits.ts';
import { create, isArray, slice, stringify } from './primordials.ts';

type Bag = Readonly<Record<string, unknown>>;
type Call = (...args: unknown[]) => unknown;
type Tell = (call: string | null) => void;

/** What a call is cut to. */
const LONGEST = 400;

/**
 * watched gives the functions of the model that ask a policy, so that whoever ends a run that does
 * not end can name the call that was under way. Nobody can look into a world that is busy: the call
 * is told before it is made. After MAX_ASKS calls nothing more is told.
 */
export function watched(model: object, tell: Tell): object {
  let left = MAX_ASKS;
  const policies = isArray((model as Bag)['POLICIES']) ? (model as Bag)['POLICIES'] : [];
  const tellCall = (part: string, name: unknown, input: unknown): boolean => {
    if (left === 0) return false;
    left -= 1;
    tell(slice(`${part}(${written(input)}) of the policy ${written(name)}`, 0, LONGEST));
    return true;
  };
  const watch = (part: string, { name, [part]: own }: Bag): unknown => {
    if (typeof own !== 'function') return own;
    return (input: unknown, request: unknown) => {
      const told = tellCall(part, name, input);
      try {
        return (own as Call)(input, request);
      } finally {
        if (told) tell(null);
      }
    };
  };
  const policy = (value: unknown): unknown => {
    if (!isBag(value) || isKnown(policies as readonly unknown[], value)) return value;
    const { name } = value;
    const [onMemslot, onFault] = [watch('onMemslot', value), watch('onFault', value)];
    return { ...value, name, onMemslot, onFault };
  };
  const holder = (value: unknown): unknown =>
    isBag(value) && isBag(value['policy']) ? { ...value, policy: policy(value['policy']) } : value;

  const asks: Readonly<Record<string, (first: unknown) => unknown>> = {
    explore: holder,
    situation: holder,
    survivesMigration: (value) =>
      isBag(value)
        ? { ...value, source: holder(value['source']), destination: holder(value['destination']) }
        : value,
    verdicts: (value) => {
      if (!isArray(value)) return value;
      const all: unknown[] = [];
      for (let i = 0; i < value.length; i++) all[i] = policy(value[i]);
      return all;
    },
  };
  const own = create(null) as Record<string, unknown>;
  for (const name of Object.keys(asks)) {
    const [ask, read] = [(model as Bag)[name], asks[name]];
    if (typeof ask !== 'function' || !read) continue;
    own[name] = (first: unknown, second: unknown) => (ask as Call)(readable(read, first), second);
  }
  return own;
}

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;

/** To read a reader's value may run code that throws: then the model is given the value as it is. */
function readable(read: (value: unknown) => unknown, value: unknown): unknown {
  try {
    return read(value);
  } catch {
    return value;
  }
}

function isKnown(policies: readonly unknown[], value: unknown): boolean {
  for (let i = 0; i < policies.length; i++) if (policies[i] === value) return true;
  return false;
}

function written(value: unknown): string {
  try {
    return stringify(value) ?? 'without a name';
  } catch {
    return 'that cannot be written';
  }
}

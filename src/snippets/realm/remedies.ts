import { functionText } from './kind.ts';
import {
  create,
  defineProperty,
  getOwnPropertyDescriptor,
  hasOwn,
  indexOf,
} from './primordials.ts';

type Bag = Readonly<Record<string, unknown>>;
type Call = (...args: unknown[]) => unknown;

/** What the model says to an input that it does not take. */
export interface Remedy {
  /** The last word of the error, by which an output that tells it is known. */
  readonly told: string;
  readonly text: string;
}

/**
 * withRemedies gives the functions of the model, each as it is, but that `note` hears of every input
 * that one of them refuses: a snippet that prints a verdict alone would say "invalid" and no more.
 */
export function withRemedies(model: object, note: (remedy: Remedy) => void): object {
  const own = create(null) as Record<string, unknown>;
  for (const name of Object.keys(model)) {
    const value = (model as Bag)[name];
    own[name] = typeof value === 'function' && !isClass(value) ? heard(value as Call, note) : value;
  }
  return own;
}

function heard(ask: Call, note: (remedy: Remedy) => void): Call {
  const asked: Call = (...args) => {
    const answer = ask(...args);
    const remedy = remedyOf(answer);
    if (remedy !== null) note(remedy);
    return answer;
  };
  const name = getOwnPropertyDescriptor(ask, 'name');
  return name === undefined ? asked : defineProperty(asked, 'name', name);
}

const isClass = (value: object): boolean => indexOf(functionText(value), '[class ') === 0;

/** An answer has its error beside it; a set-up that there is not is one. */
function remedyOf(answer: unknown): Remedy | null {
  if (!isObject(answer)) return null;
  const error = hasOwn(answer, 'error') ? answer['error'] : answer;
  if (!isObject(error)) return null;
  const { received, expected, remedy } = error;
  if (typeof received !== 'string' || typeof expected !== 'string' || typeof remedy !== 'string')
    return null;
  const near = typeof error['nearest'] === 'string' ? ` Is it ${error['nearest']}?` : '';
  const wanted = indexOf(remedy, expected) < 0 ? ` Expected is ${expected}.` : '';
  return { told: remedy, text: `Received ${received}.${wanted}${near} ${remedy}` };
}

const isObject = (value: unknown): value is Bag => typeof value === 'object' && value !== null;

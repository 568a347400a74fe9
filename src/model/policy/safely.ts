import type { ModelError } from '../base/error.ts';
import { received } from '../base/received.ts';
import { FAULT_ANSWERS, SLOT_ANSWERS } from './answers.ts';
import type { Policy, PolicyFault, PolicySlot } from './policy.ts';

type Part = 'onMemslot' | 'onFault';
type Input = PolicySlot | PolicyFault;

/** Carries what is wrong with a policy to where it becomes a value. */
export class PolicyError {
  readonly error: ModelError;

  constructor(error: ModelError) {
    this.error = error;
  }
}

/** Calls one function of a policy; reading the answer may run code of the policy too. */
export function safely<I extends Input, A>(
  policy: Policy,
  part: Part,
  input: I,
  read: (answer: unknown) => A | null,
): A {
  let answer: unknown;
  let result: A | null = null;
  try {
    const call = policy[part] as unknown as (input: I) => unknown;
    answer = call({ ...input });
    result = read(answer);
  } catch (thrown) {
    throw new PolicyError(policyError(part, input, null, messageOf(thrown)));
  }
  if (result !== null) return result;
  const wanted = part === 'onMemslot' ? SLOT_ANSWERS : FAULT_ANSWERS;
  throw new PolicyError(policyError(part, input, received(answer), wanted));
}

/** The error about one call; `got` is null where it threw `wanted`. */
export function policyError(
  part: Part,
  input: Input,
  got: string | null,
  wanted: string,
): ModelError {
  const call = `${part}(${JSON.stringify(input)})`;
  const example = part === 'onMemslot' ? "() => 'accepted'" : "() => 'normal'";
  const remedy = `Look at what ${part} does with this input.`;
  if (got !== null) {
    return {
      code: 'policy-answer',
      received: `${call} gave ${got}`,
      expected: wanted,
      example,
      remedy,
    };
  }
  const answers = part === 'onMemslot' ? SLOT_ANSWERS : FAULT_ANSWERS;
  const text = `${call} threw ${wanted}`;
  return { code: 'policy-threw', received: text, expected: answers, example, remedy };
}

const LONGEST = 200;

function messageOf(thrown: unknown): string {
  try {
    const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : received(thrown);
    return text.slice(0, LONGEST);
  } catch {
    return 'a value that cannot be read';
  }
}

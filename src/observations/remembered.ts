import type { KernelName } from '../model/index.ts';

/**
 * remembered gives one answer for equal questions: what comes of an answer, such as its name, then has to
 * be worked out once for all runs in which it was given. The model is pure, so that nobody can tell.
 */
export function remembered<Input, Answer>(
  ask: (kernel: KernelName, input: Input) => Answer,
): (kernel: KernelName, input: Input) => Answer {
  const answers = new Map<string, Answer>();
  return (kernel, input) => {
    const question = JSON.stringify([kernel, input]);
    const known = answers.get(question);
    if (known !== undefined) return known;
    const answer = ask(kernel, input);
    answers.set(question, answer);
    return answer;
  };
}

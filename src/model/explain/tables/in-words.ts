import type { Step } from '../../base/step.ts';
import type { Decision } from '../../kvm/decisions.ts';
import { outcomeInWords } from '../outcome.ts';
import { answerWord } from '../sentence.ts';
import { QUESTION_TITLES } from '../words.ts';
import type { KernelDiff } from './diff-kernels.ts';
import type { Difference } from './difference-groups.ts';

/** What changed in one question, as lines: a head, then each cause with its shortest example. */
export function diffInWords(diff: KernelDiff): string[] {
  const { question, compared, differences } = diff;
  if (question === null) return [];
  const count = differences.reduce((sum, difference) => sum + difference.count, 0);
  const inputs = `${compared} ${compared === 1 ? 'input' : 'inputs'}`;
  const head = count === 0 ? `no difference on ${inputs}` : `${count} of ${inputs} differ`;
  return [
    `${QUESTION_TITLES[question]} (${question}): ${head}${onlyOne(diff)}`,
    ...differences.flatMap(lines),
  ];
}

function onlyOne({ onlyA, onlyB }: KernelDiff): string {
  const a = onlyA > 0 ? `; ${onlyA} more only in the first kernel` : '';
  const b = onlyB > 0 ? `; ${onlyB} more only in the second kernel` : '';
  return a + b;
}

function lines({ cause, count, example }: Difference): string[] {
  return [
    `  ${count} x  ${answered(example.a, cause.a)}`,
    `     now: ${answered(example.b, cause.b)}`,
    `     such as: ${shortest(example.input)}`,
  ];
}

function answered(decision: Decision, step: Step | null): string {
  const what = outcomeInWords(decision);
  return step === null ? what : `${what}, by ${step.check} ${answerWord(step.answer)}`;
}

/** What the example says beside defaults: `fwb, access read, vma.vmPfnmap`. */
function shortest(input: Readonly<Record<string, unknown>>): string {
  return said(input, '').join(', ') || 'every field at its default';
}

function said(value: unknown, place: string): string[] {
  if (value === false || value === 0) return [];
  if (value === true) return [place];
  if (typeof value !== 'object' || value === null) return [`${place} ${String(value ?? 'none')}`];
  const inner = Object.entries(value).flatMap(([name, one]) => {
    const path = Array.isArray(value)
      ? `${place}[${name}]`
      : place === ''
        ? name
        : `${place}.${name}`;
    return said(one, path);
  });
  return inner;
}

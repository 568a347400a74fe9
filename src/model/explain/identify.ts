import type { Decision } from '../kvm/decisions.ts';

/** Answers to the longest questions take a part of it; what a reader made up may have any length. */
const MOST = 16_384;

/**
 * The text by which an answer about the kernel is told from all others: question, kernel, what came
 * of it, and every check with what it looked at and what it answered. Two inputs that no check tells
 * apart have one text. Empty for a value that the model did not make and that JSON cannot write;
 * never throws.
 */
export function identify(decision: Decision): string {
  try {
    const { because, release: _release, ...came } = decision;
    const checks = because.map(({ check, inputs, answer, decides }) => [
      check,
      inputs,
      answer,
      decides,
    ]);
    const text = `${JSON.stringify([came, checks])}`;
    return text.length > MOST ? '' : text;
  } catch {
    return '';
  }
}

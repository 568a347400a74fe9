import type { Decision, Step } from '../model/index.ts';

/** Half of a hash; two seeds give 64 bits, so that two decisions of a site never share one. */
function hash(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

function short(value: unknown): string {
  const text = JSON.stringify(value);
  return hash(text, 0x811c9dc5).toString(36) + hash(text, 0x2c1b3c6d).toString(36);
}

/**
 * The name of a decision: kernel, question, every check with what it looked at and what it answered,
 * and what came of it. Two inputs that no check tells apart have one name.
 */
export function decisionKey(decision: Decision): string {
  const { question, kernel, verdict, ret, because } = decision;
  const mapping = 'mapping' in decision ? decision.mapping : null;
  const checks = because.map(({ check, inputs, answer }) => [check, inputs, answer]);
  return short([question, kernel, verdict, ret, checks, mapping && { ...mapping, size: null }]);
}

/** The name of a way in which a check ends a question, whatever led to it. */
export function endKey({ question, kernel, verdict, ret }: Decision, step: Step): string {
  return short([question, kernel, verdict, ret, step.check, step.answer]);
}

/** The name of a value of MemAttr that a descriptor holds. */
export function memAttrKey(memAttr: number, fwb: boolean): string {
  return short(['MemAttr', memAttr, fwb]);
}

import type { Decision } from '../kvm/decisions.ts';

/** What a decision says about itself, or that only keeps the books of the kernel. */
export const NO_ANSWER: ReadonlySet<string> = new Set([
  'question',
  'kernel',
  'release',
  'errno',
  'because',
  'memcache',
  'mteTagsSanitised',
  'markedDirty',
  'hwpoisonSignal',
  'pageReleased',
  'refusedVma',
]);

/** Two decisions give user space and the guest the same. */
export function sameAnswer(a: Decision, b: Decision): boolean {
  if (a.verdict !== b.verdict || a.ret !== b.ret) return false;
  return sameFields(a, b);
}

function sameFields(a: object, b: object): boolean {
  for (const name in a) {
    if (!NO_ANSWER.has(name) && !same(a[name as never], b[name as never])) return false;
  }
  return true;
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return JSON.stringify(a) === JSON.stringify(b);
  return Object.keys(a).length === Object.keys(b).length && sameFields(a, b);
}

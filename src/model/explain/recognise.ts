import type { Attributes } from '../arch/attributes.ts';
import type { Combined } from '../arch/combine/combined.ts';
import type { MairAttr } from '../arch/mair-table.ts';
import type { ShField } from '../arch/shareability.ts';
import type { Stage2MemAttr } from '../arch/stage2-encoding.ts';
import type { Flip } from './flips/fewest-changes.ts';
import type { Decision } from '../kvm/decisions.ts';
import { QUESTION_TITLES } from './words.ts';

/** A value that the model returns, with its kind. */
export type Known =
  | { readonly kind: 'decision'; readonly value: Decision }
  | { readonly kind: 'combined'; readonly value: Combined }
  | { readonly kind: 'mair'; readonly value: MairAttr }
  | { readonly kind: 'stage2'; readonly value: Stage2MemAttr }
  | { readonly kind: 'shareability'; readonly value: ShField }
  | { readonly kind: 'attributes'; readonly value: Attributes }
  | { readonly kind: 'flips'; readonly value: readonly Flip[] };

/**
 * Tells the model's values apart by the fields that only they have. A value that a reader made up
 * with the same fields is taken for the model's; `drawable` finds out whether it has all others.
 */
export function recognise(value: unknown): Known | null {
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return isFlips(value) ? { kind: 'flips', value } : null;
  if ('question' in value && 'because' in value) {
    const known =
      typeof value.question === 'string' && Object.hasOwn(QUESTION_TITLES, value.question);
    return known ? { kind: 'decision', value: value as Decision } : null;
  }
  if ('kind' in value) {
    switch (value.kind) {
      case 'combined':
        return { kind: 'combined', value: value as Combined };
      case 'mair':
        return { kind: 'mair', value: value as MairAttr };
      case 'stage2':
        return { kind: 'stage2', value: value as Stage2MemAttr };
      case 'shareability':
        return { kind: 'shareability', value: value as ShField };
      default:
        return null;
    }
  }
  const attributes = 'device' in value && 'shareability' in value && 'xs' in value;
  return attributes ? { kind: 'attributes', value: value as Attributes } : null;
}

function isFlips(list: readonly unknown[]): list is readonly Flip[] {
  const first = list[0];
  return typeof first === 'object' && first !== null && 'changes' in first && 'decision' in first;
}

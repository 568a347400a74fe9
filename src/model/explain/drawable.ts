import { plainValue } from './plain-value.ts';
import { readTree } from './read-tree.ts';
import type { ShowTree } from './show-tree.ts';

/** Makes the tree of an answer of the model; null for any other value. */
type Describe = (value: unknown) => ShowTree | null;

/**
 * The tree that `describe` makes of a value, if it is one; otherwise the value as text: what somebody
 * made up with some fields of a model's value is no such value. Never throws.
 */
export function drawable(value: unknown, describe: Describe): ShowTree {
  return (
    drawn(value, describe) ??
    tried(() => ({ kind: 'value', text: plainValue(value) })) ?? {
      kind: 'value',
      text: 'a value that cannot be read',
    }
  );
}

/** The tree of an answer that can be drawn; null for any other value. Never throws. */
export function drawn(value: unknown, describe: Describe): ShowTree | null {
  return tried(() => describe(value));
}

function tried(make: () => ShowTree | null): ShowTree | null {
  try {
    return readTree(make());
  } catch {
    return null;
  }
}

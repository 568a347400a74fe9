import { plainValue } from './plain-value.ts';
import { readTree } from './read-tree.ts';
import type { ShowTree } from './show-tree.ts';

/**
 * The tree that `describe` makes of a value, if it is one; otherwise the value as text: what somebody
 * made up with some fields of a model's value is no such value. Never throws.
 */
export function drawable(value: unknown, describe: (value: unknown) => ShowTree): ShowTree {
  return (
    tried(() => describe(value)) ??
    tried(() => ({ kind: 'value', text: plainValue(value) })) ?? {
      kind: 'value',
      text: 'a value that cannot be read',
    }
  );
}

function tried(make: () => ShowTree): ShowTree | null {
  try {
    return readTree(make());
  } catch {
    return null;
  }
}

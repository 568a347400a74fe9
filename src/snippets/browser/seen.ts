import { unpackSeen } from '../../figures/show/index.ts';
import type { Seen } from '../../figures/show/index.ts';
import type { OutputEvent } from '../core/types.ts';
import { seenUrl } from '../sandbox/urls.ts';

/** The list is given up after this; nothing waits for it but its marks. */
const PATIENCE_MS = 10_000;

let all: Promise<Seen> | null = null;

/** Every answer that a kernel was seen to give; none where the list does not come. */
function loadSeen(base: string): Promise<Seen> {
  all ??= fetch(seenUrl(base), { signal: AbortSignal.timeout(PATIENCE_MS) })
    .then((response) => response.text())
    .then(unpackSeen)
    .catch(() => {
      all = null;
      return {};
    });
  return all;
}

/** expectSeen asks for the list where the reader begins to change what draws a verdict. */
export function expectSeen(root: HTMLElement): void {
  if (root.querySelector('.show .verdict')) void loadSeen(root.dataset['base'] ?? '/');
}

/**
 * seenOf gives what a run may be marked with: the list of its own for code as it was written, a
 * promise of the whole list where edited code shows a decision.
 */
export function seenOf(
  { dataset }: HTMLElement,
  edited: boolean,
  events: readonly OutputEvent[],
): Seen | Promise<Seen> {
  if (!edited) return unpackSeen(dataset['seen']);
  const decided = events.some((event) => event.kind === 'show' && event.tree.kind === 'decision');
  return decided ? loadSeen(dataset['base'] ?? '/') : {};
}

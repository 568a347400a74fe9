import type { Fence } from './types.ts';

/**
 * programFences gives what runs for the fence at `index` of a page: the earlier fences of its group,
 * then itself. A fence that must fail keeps its state to itself: nothing after it would run.
 */
export function programFences<F extends Fence>(page: readonly F[], index: number): F[] {
  const own = page[index];
  if (!own) return [];
  const earlier = page
    .slice(0, index)
    .filter(({ group, throws }) => group !== null && group === own.group && throws === null);
  return [...earlier, own];
}

type Before = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Keys in an order in which each stands behind those that come before it. Where several could come
 * next, the one that leads to the fewest others does: a branch that soon ends stands before the
 * way that goes on.
 */
export function topological(before: Before): string[] {
  const reach = reachable(before);
  const placed: string[] = [];
  const left = new Set(before.keys());
  while (left.size > 0) {
    const [next] = [...left]
      .filter((key) => [...(before.get(key) ?? [])].every((one) => !left.has(one)))
      .toSorted((a, b) => (reach.get(a) ?? 0) - (reach.get(b) ?? 0));
    if (next === undefined) throw new Error(`There is no order among ${[...left].join(', ')}`);
    left.delete(next);
    placed.push(next);
  }
  return placed;
}

/** To how many others each key leads. */
function reachable(before: Before): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of before.keys()) {
    const behind = new Set([key]);
    let size = 0;
    while (behind.size > size) {
      size = behind.size;
      for (const [other, earlier] of before)
        if ([...earlier].some((one) => behind.has(one))) behind.add(other);
    }
    counts.set(key, behind.size);
  }
  return counts;
}

/** One order that agrees with several, such as the orders of several kernels. */
export function oneOrder(orders: readonly (readonly string[])[]): string[] {
  const before = new Map<string, Set<string>>();
  for (const order of orders)
    for (const [i, key] of order.entries()) {
      const known = before.get(key) ?? new Set();
      before.set(key, known);
      const last = order[i - 1];
      if (last !== undefined) known.add(last);
    }
  return topological(before);
}

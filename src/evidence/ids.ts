/** What has an address on the page of evidence. */
export interface Named {
  readonly of: 'rule' | 'move' | 'property' | 'claim';
  /** The page of a claim, the function of a rule; empty for the machine's. */
  readonly at: string;
  readonly id: string;
}

/**
 * An id that was handed out once. It stays in the list when its words change: `now` is the id that
 * took its place, null where nothing did. Left out: it names what it always named.
 */
export interface Recorded extends Named {
  readonly now?: string | null;
}

/** The list of all ids, grown by what is new; every id that was in it is in it still, in its place. */
export function grown(before: readonly Recorded[], current: readonly Named[]): Recorded[] {
  const live = new Set(current.map(({ id }) => id));
  const known = new Set(before.map(({ id }) => id));
  const fresh = current.filter(({ id }) => !known.has(id));
  const kept = before.map((one): Recorded => {
    const { of, at, id, now } = one;
    if (live.has(id)) return { of, at, id };
    if (typeof now === 'string' && live.has(now)) return one;
    return { of, at, id, now: successor(one, fresh)?.id ?? null };
  });
  return [...kept, ...fresh.map(({ of, at, id }) => ({ of, at, id }))];
}

/** How many first words an id must share with one that is gone to take its place. */
const SHARED = 2;

/** What took the place of an id: on the same page, and it begins with the same words. */
function successor({ of, at, id }: Named, fresh: readonly Named[]): Named | undefined {
  const same = fresh.filter((one) => one.of === of && one.at === at);
  const shared = same.map((one) => ({ one, words: sharedWords(one.id, id) }));
  return shared.filter(({ words }) => words >= SHARED).toSorted((a, b) => b.words - a.words)[0]
    ?.one;
}

function sharedWords(a: string, b: string): number {
  const [left, right] = [a.split('-').slice(0, -1), b.split('-').slice(0, -1)];
  const end = left.findIndex((word, i) => word !== right[i]);
  return end < 0 ? left.length : end;
}

/** Where an id leads today: itself, what took its place in the end, or nowhere. */
export function today(id: string, all: readonly Recorded[]): string | null {
  const byId = new Map(all.map((one) => [one.id, one] as const));
  let at = id;
  for (let steps = 0; steps <= all.length; steps += 1) {
    const now = byId.get(at)?.now;
    if (now === undefined) return at;
    if (now === null) return null;
    at = now;
  }
  return null;
}

/** The list as a file: a line an id. */
export const written = (all: readonly Recorded[]): string =>
  `[\n${all.map(({ of, at, id, now }) => JSON.stringify(now === undefined ? [of, at, id] : [of, at, id, now])).join(',\n')}\n]\n`;

/** The list of a file; the file is ours, and `npm run lists` writes it. */
export function readIds(text: string | null): Recorded[] {
  const rows = JSON.parse(text ?? '[]') as [Named['of'], string, string, (string | null)?][];
  return rows.map(([of, at, id, now]) =>
    now === undefined ? { of, at, id } : { of, at, id, now },
  );
}

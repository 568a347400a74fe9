/** What a place may hold in the story of the leak. */
export type Held = 'secret' | 'zeros';

/** One moment of the story: where the values are, and who moves one. */
export interface Moment {
  /** What happens, in a few words. */
  readonly title: string;
  /** The same in sentences. */
  readonly text: string;
  /** Ids of the sources of what the text says. */
  readonly sources: readonly string[];
  /** What memory holds at the point of coherency. */
  readonly memory: Held;
  /** What the data cache holds; null: no line of this page. */
  readonly cache: Held | null;
  /** Who stands on the right. */
  readonly tenant: 'VM A' | 'VM B';
  /** The owner writes through its own mapping, which goes through the cache. */
  readonly ownerWrites: boolean;
  /** Memory type of the tenant's accesses, both stages combined; null: it has no mapping. */
  readonly mapped: string | null;
  /** KVM makes the mapping now. */
  readonly maps: boolean;
  /** The errno with which KVM refuses; null where it does not. */
  readonly refused: string | null;
  /** What the tenant does now, and with which value. */
  readonly access: { readonly kind: 'writes' | 'reads'; readonly value: Held } | null;
}

/** throughCache tells whether accesses of a memory type look into the cache. */
export const throughCache = (memory: string): boolean => memory === 'WB' || memory === 'WT';

/** leaks: somebody else reads what VM A wrote. */
export const leaks = (f: Moment): boolean =>
  f.tenant === 'VM B' && f.access?.kind === 'reads' && f.access.value === 'secret';

/** A moment in words, for those who do not see the drawing: who does what, and where the values are. */
export function inWords(m: Moment): string {
  const held = (value: Held | null): string =>
    value === null ? 'nothing of this page' : value === 'secret' ? "A's secret" : 'zeros';
  const where = `Memory holds ${held(m.memory)}; the cache holds ${held(m.cache)}.`;
  return [acting(m, held), where, leaks(m) ? 'That is the leak: nobody read the zeros.' : '']
    .filter(Boolean)
    .join(' ');
}

function acting(m: Moment, held: (value: Held) => string): string {
  if (m.ownerWrites) return 'The owner writes zeros through its own mapping, into the cache.';
  if (m.refused) return `KVM refuses with ${m.refused}; ${m.tenant} gets no mapping.`;
  if (m.mapped === null) return `${m.tenant} has no mapping.`;
  const mapping = `KVM maps the page ${m.mapped} for ${m.tenant}`;
  if (m.access === null) return `${mapping}.`;
  const way = throughCache(m.mapped) ? 'through the cache' : 'past the cache';
  const from = m.access.kind === 'reads' ? 'reads' : 'writes';
  const does = `${from} ${held(m.access.value)} ${way}`;
  return m.maps
    ? `${mapping}, which ${does}.`
    : `${m.tenant}, whose mapping is ${m.mapped}, ${does}.`;
}

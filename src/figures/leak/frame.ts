/** What a place may hold in the story of the leak. */
export type Held = 'secret' | 'zeros';

/** One moment of the story: where the values are, and who moves one. */
export interface Frame {
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
  /** KVM makes the mapping in this frame. */
  readonly maps: boolean;
  /** The errno with which KVM refuses; null where it does not. */
  readonly refused: string | null;
  /** What the tenant does now, and with which value. */
  readonly access: { readonly kind: 'writes' | 'reads'; readonly value: Held } | null;
}

/** throughCache tells whether accesses of a memory type look into the cache. */
export const throughCache = (memory: string): boolean => memory === 'WB' || memory === 'WT';

/** leaks: somebody else reads what VM A wrote. */
export const leaks = (f: Frame): boolean =>
  f.tenant === 'VM B' && f.access?.kind === 'reads' && f.access.value === 'secret';

/** The state of a frame in words, for those who do not see the drawing. */
export function inWords(f: Frame): string {
  const place = (held: Held | null): string =>
    held === null ? 'nothing of this page' : held === 'secret' ? "A's secret" : 'zeros';
  const parts = [`Memory holds ${place(f.memory)}; the cache holds ${place(f.cache)}`];
  if (f.ownerWrites) parts.push('the owner writes zeros through the cache');
  if (f.refused) parts.push(`KVM refuses with ${f.refused}`);
  else if (f.mapped && f.maps) parts.push(`KVM maps ${f.mapped} for ${f.tenant}`);
  if (f.access && f.mapped) {
    const way = throughCache(f.mapped) ? 'through the cache' : 'past the cache';
    parts.push(`${f.tenant} ${f.access.kind} ${place(f.access.value)} ${way}`);
  }
  return `${parts.join('; ')}.`;
}

import { memClass } from '../../grammar/memory.ts';
import { verdictClass } from '../../grammar/verdict.ts';
import type { ShownVerdict } from '../../grammar/verdict.ts';
import type { MemoryName } from '../../model/index.ts';
import { h } from './node.ts';
import type { HElement } from './node.ts';

/** The attribute that carries the name; no page keeps it. */
export const KEY = 'data-decision';

/** memChip is the chip of a memory type, the same as Mem.astro writes. */
export const memChip = (name: MemoryName): HElement => h('span', { class: memClass(name) }, name);

/** verdictChip is the chip of a verdict with its word, and with the errno where there is one. */
export const verdictChip = (verdict: ShownVerdict, word: string, errno: string | null): HElement =>
  h('span', { class: verdictClass(verdict) }, word, errno !== null && h('code', {}, ` ${errno}`));

/** An element with the name of what it says; `withSightings` turns the name into a mark. */
export const keyed = (element: HElement, key: string): HElement => ({
  ...element,
  attrs: { ...element.attrs, [KEY]: key },
});

import { memClass } from '../../components/grammar/memory.ts';
import { verdictClass } from '../../components/grammar/verdict.ts';
import type { ShownVerdict } from '../../components/grammar/verdict.ts';
import type { MemoryName } from '../../model/index.ts';
import { h } from './node.ts';
import type { HElement } from './node.ts';

/** memChip is the chip of a memory type, the same as Mem.astro writes. */
export const memChip = (name: MemoryName): HElement => h('span', { class: memClass(name) }, name);

/** verdictChip is the chip of a verdict with its word, and with the errno where there is one. */
export const verdictChip = (verdict: ShownVerdict, word: string, errno: string | null): HElement =>
  h('span', { class: verdictClass(verdict) }, word, errno !== null && h('code', {}, ` ${errno}`));

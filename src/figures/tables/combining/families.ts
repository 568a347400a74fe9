import { memoryName } from '../../../model/index.ts';
import type { Cacheability, MairAttr, MemoryName } from '../../../model/index.ts';
import { MAIR_BYTES } from '../mair.ts';

/** Attribute bytes that no stage 2 tells apart in type and cacheability. */
export interface Family {
  readonly name: string;
  readonly memory: MemoryName;
  readonly inner: Cacheability | null;
  readonly outer: Cacheability | null;
  readonly tagged: boolean;
  readonly bytes: readonly MairAttr[];
}

function nameOf(byte: MairAttr): string {
  const memory = memoryName(byte);
  if (byte.tagged === true) return `${memory} Tagged`;
  if (memory !== 'mixed') return memory;
  return `inner ${byte.inner?.cacheability}, outer ${byte.outer?.cacheability}`;
}

const names = [...new Set(MAIR_BYTES.map(nameOf))];

/** Strictest first; halves that differ, Tagged and reserved at the end. */
const RANKS: readonly MemoryName[] = ['NC', 'WT', 'WB', 'mixed', 'reserved'];

/** All 256 bytes, each in one family. */
export const FAMILIES: readonly Family[] = names
  .map((name): Family => {
    const bytes = MAIR_BYTES.filter((byte) => nameOf(byte) === name);
    const [first] = bytes as [MairAttr];
    return {
      name,
      memory: memoryName(first),
      inner: first.inner?.cacheability ?? null,
      outer: first.outer?.cacheability ?? null,
      tagged: first.tagged === true,
      bytes,
    };
  })
  .toSorted((a, b) => rank(a) - rank(b));

function rank({ memory, tagged }: Family): number {
  return RANKS.indexOf(memory) + (tagged ? 0.5 : 0);
}

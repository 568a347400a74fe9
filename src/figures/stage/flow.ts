import { isCached } from '../../model/index.ts';
import type { StateView, ValueName } from '../../model/index.ts';
import type { Scene } from './scene.ts';

/** The wires of the stage. */
export type WireName = 'owner' | 'B' | 'fetch' | 'fill' | 'line-memory' | 'map';

/** Where a wire leads, and which way its value goes; `to` is away from who moves. */
export interface Flow {
  readonly wire: WireName;
  readonly place: 'line' | 'memory';
  readonly way: 'to' | 'from';
}

/**
 * flowsOf says what to draw of a move. The trace gives states and what broke, not the place that
 * answered a read, so that is concluded: it is a place whose value fits the answer.
 */
export function flowsOf({ state, before, move, breaks }: Scene): Flow[] {
  if (before === null) return [];
  const clean: Flow[] = cleaned(state, before)
    ? [{ wire: 'line-memory', place: 'memory', way: 'to' }]
    : [];
  switch (move) {
    case 'owner-scrubs':
    case 'owner-writes':
      return [{ wire: 'owner', place: written(state), way: 'to' }];
    case 'b-writes':
      return [{ wire: 'B', place: written(state), way: 'to' }];
    case 'owner-reads':
      return [
        ...allocated(state, before),
        { wire: 'owner', place: answered(before, before.owner.cacheable, breaks), way: 'from' },
      ];
    case 'b-reads':
      return [
        ...allocated(state, before),
        { wire: 'B', place: answered(before, isCached(before.tenantB.data), breaks), way: 'from' },
      ];
    case 'b-fetches':
      return fetched(state, before);
    case 'a-fetches':
      return fetched(state, before).filter(({ wire }) => wire === 'fill');
    case 'fault':
      return state.tenantB.mapped ? [{ wire: 'map', place: 'line', way: 'to' }, ...clean] : [];
    case 'speculative-fill':
      return [{ wire: 'line-memory', place: 'line', way: 'to' }];
    default:
      return clean;
  }
}

/** A read that found no line may leave one. */
const allocated = (state: StateView, before: StateView): Flow[] =>
  before.dcache === null && state.dcache !== null
    ? [{ wire: 'line-memory', place: 'line', way: 'to' }]
    : [];

const written = ({ dcache, latest }: StateView): Flow['place'] =>
  dcache !== null && dcache.value === latest ? 'line' : 'memory';

function answered(
  { dcache, memory, latest }: StateView,
  cached: boolean,
  breaks: Scene['breaks'],
): Flow['place'] {
  if (dcache === null) return 'memory';
  if (cached) return 'line';
  const leak = breaks.includes('noLeak');
  const fits = (value: ValueName): boolean =>
    leak ? value === 'secret' : (value !== latest) === breaks.length > 0;
  if (!fits(dcache.value)) return 'memory';
  // Both places are stale: had the secret been read, a leak would have been told.
  const memoryToo = fits(memory) && (leak || memory !== 'secret');
  return memoryToo ? 'memory' : 'line';
}

function fetched(state: StateView, before: StateView): Flow[] {
  const answer: Flow = { wire: 'fetch', place: 'line', way: 'from' };
  if (before.icache !== null) return [answer];
  const place = before.dcache?.value === state.icache ? 'line' : 'memory';
  return [answer, { wire: 'fill', place, way: 'from' }];
}

/** What a move reads: who gets which value, and from where. Nothing where it reads nothing. */
export interface Read {
  readonly reader: 'owner' | 'B' | null;
  readonly value: ValueName | null;
  readonly place: Flow['place'] | null;
}

/** readBy gives what the reader of a move gets; `flows` are those of the same scene. */
export function readBy({ state, before, move }: Scene, flows: readonly Flow[]): Read {
  const reader = move === 'owner-reads' ? 'owner' : move === 'b-reads' ? 'B' : null;
  if (before === null) return { reader: null, value: null, place: null };
  if (move === 'b-fetches') return { reader: 'B', value: state.icache, place: 'line' };
  const place = flows.find(({ wire }) => wire === reader)?.place ?? null;
  const value = place === 'line' ? (before.dcache?.value ?? null) : before.memory;
  return { reader, value: place === null ? null : value, place };
}

/** A dirty line reached memory: by itself, or because somebody cleaned it. */
const cleaned = (state: StateView, before: StateView): boolean =>
  before.dcache?.dirty === true && state.dcache?.dirty !== true;

import type { Moves } from './machine.ts';
import {
  CLEAN,
  DIRTY,
  instructionOf,
  lineOf,
  lineState,
  memoryOf,
  OLD,
  withInstruction,
  withLatest,
  withLine,
  withMemory,
  withoutInstruction,
} from './state.ts';

/** What a move that sees a value breaks. */
export type Seen = (state: number, value: number) => number;

/**
 * A load. A cacheable one reads the line, and fills it first where it is absent. Any other may go
 * to memory, or may hit a line that is there: the Arm ARM promises neither (B2.11).
 */
export function load(cached: boolean, s: number, seen: Seen, moves: Moves): void {
  const held = lineState(s);
  if (held !== 0) {
    moves.add(s, seen(s, lineOf(s)));
    if (cached) return;
  }
  const value = memoryOf(s);
  moves.add(cached ? withLine(s, value, CLEAN) : s, seen(s, value));
}

/**
 * A store of `value`, which is then the latest; older copies of the same writer become 'old'. A
 * cacheable store leaves a dirty line. Any other may go to memory, past a line that is there, or
 * may hit it.
 */
export function store(
  cached: boolean,
  s: number,
  value: number,
  phase: number,
  dic: boolean,
  moves: Moves,
): void {
  const written = withLatest((outdated(s, value, dic) & ~7) | phase, value);
  if (cached || lineState(s) !== 0) moves.add(withLine(written, value, DIRTY), 0);
  if (!cached) moves.add(withMemory(written, value), 0);
}

/** Copies of what the same party wrote before become 'old'; with DIC the instruction line goes. */
function outdated(s: number, value: number, dic: boolean): number {
  let t = s;
  if (memoryOf(t) === value) t = withMemory(t, OLD);
  if (lineState(t) !== 0 && lineOf(t) === value) t = withLine(t, OLD, lineState(t));
  if (dic) return withoutInstruction(t);
  return instructionOf(t) === value ? withInstruction(t, OLD) : t;
}

/**
 * A fetch. The instruction line answers where it is there; else it is filled by a load, cacheable
 * or not. The data side is taken to be clean to the PoU, as with IDC or FWB (I_RRDBK).
 */
export function fetch(cached: boolean, s: number, seen: Seen, moves: Moves): void {
  const line = instructionOf(s);
  if (line >= 0) {
    moves.add(s, seen(s, line));
    return;
  }
  if (lineState(s) !== 0) {
    moves.add(withInstruction(s, lineOf(s)), seen(s, lineOf(s)));
    if (cached) return;
  }
  const value = memoryOf(s);
  const filled = cached ? withLine(s, value, CLEAN) : s;
  moves.add(withInstruction(filled, value), seen(s, value));
}

/** Clean to the PoC: memory has what the line has, and the line stays. */
export function cleaned(s: number): number {
  return lineState(s) === DIRTY ? withLine(withMemory(s, lineOf(s)), lineOf(s), CLEAN) : s;
}

import type { ModelError } from '../base/error.ts';
import { Moves, type Machine, type Rule } from '../machine/machine.ts';
import { inputError } from '../base/diagnose.ts';

/** One move of a trace: the rule, and the packed state after it. */
export interface RawStep {
  readonly rule: Rule;
  readonly state: number;
}

/** What searching a machine gives. */
export interface Searched {
  /** Every reachable state was visited once. */
  readonly states: number;
  /** Every move out of every reachable state. */
  readonly transitions: number;
  /** By property of the machine: a shortest trace to a move that breaks it, null where it holds. */
  readonly broken: readonly (readonly RawStep[] | null)[];
  /** Bytes of the tables that the search used. */
  readonly bytes: number;
}

/** 64 million states: their bitmap takes 8 MB. */
const MOST_BITS = 26;
const MOST_MOVES = 256;
const FIRST_ROOM = 256;

/**
 * Visits every reachable state, breadth first. There is no limit on states: a machine whose states
 * do not fit is refused before the search, and one that leaves its own bounds ends it.
 */
export function search(machine: Machine): Searched | ModelError {
  const wrong = boundsError(machine);
  if (wrong) return wrong;
  const { rules, properties } = machine;
  const size = 2 ** machine.bits;
  const seen = new Uint32Array(Math.max(1, size >>> 5));
  const starts = [...new Set(machine.start)];
  for (const state of starts) seen[state >>> 5] = (seen[state >>> 5] ?? 0) | (1 << (state & 31));
  let room = Math.max(FIRST_ROOM, starts.length);
  let queue = new Int32Array(room);
  let parent = new Int32Array(room).fill(-1, 0, starts.length);
  let by = new Uint8Array(room);
  queue.set(starts);
  let states = starts.length;
  let transitions = 0;
  let missing = 2 ** properties.length - 1;
  const first: Int32Array = new Int32Array(properties.length * 3).fill(-1);
  const moves = new Moves(MOST_MOVES);
  const groups: (readonly number[] | undefined)[] = [];
  for (let at = 0; at < states; at++) {
    const state = queue[at] as number;
    const group = machine.groupOf?.(state) ?? 0;
    const may = (groups[group] ??= rulesIn(group, rules));
    for (let r = 0; r < may.length; r++) {
      const rule = may[r] as number;
      moves.count = 0;
      (rules[rule] as Rule).to(state, moves);
      const count = moves.count;
      if (count > MOST_MOVES) return badMachine('moves', count, `at most ${MOST_MOVES} of a rule`);
      transitions += count;
      for (let i = 0; i < count; i++) {
        const next = moves.next[i] as number;
        if (next < 0 || next >= size) return badMachine('next', next, `0 to ${size - 1}`);
        const breaks = (moves.breaks[i] as number) & missing;
        if (breaks !== 0) {
          missing &= ~breaks;
          note(first, breaks, at, rule, next);
        }
        const word = next >>> 5;
        const bit = 1 << (next & 31);
        const held = seen[word] as number;
        if ((held & bit) !== 0) continue;
        seen[word] = held | bit;
        if (states === room) {
          room *= 2;
          queue = larger(queue, new Int32Array(room));
          parent = larger(parent, new Int32Array(room));
          by = larger(by, new Uint8Array(room));
        }
        queue[states] = next;
        parent[states] = at;
        by[states++] = rule;
      }
    }
  }
  const broken = properties.map((_, p) => traceOf(p, first, queue, parent, by, rules));
  const bytes = seen.byteLength + queue.byteLength + parent.byteLength + by.byteLength;
  return { states, transitions, broken, bytes };
}

/** What no machine can say of itself. */
function boundsError({ bits, start, rules, properties }: Machine): ModelError | null {
  if (!Number.isInteger(bits) || bits < 1 || bits > MOST_BITS)
    return badMachine('bits', bits, `a whole number from 1 to ${MOST_BITS}`);
  if (rules.length > 256) return badMachine('rules', rules.length, 'at most 256 rules');
  if (properties.length > 30)
    return badMachine('properties', properties.length, 'at most 30 properties');
  const last = 2 ** bits - 1;
  const outside = start.find((s) => !(Number.isInteger(s) && s >= 0 && s <= last));
  return outside === undefined ? null : badMachine('start', outside, `0 to ${last}`);
}

/** Numbers of the rules that may act in a group of states. */
function rulesIn(group: number, rules: readonly Rule[]): readonly number[] {
  const may: number[] = [];
  for (let r = 0; r < rules.length; r++) {
    const { groups = -1 } = rules[r] as Rule;
    if ((groups >> group) & 1) may.push(r);
  }
  return may;
}

/** Remembers the move that broke each property first: where from, by which rule, where to. */
function note(first: Int32Array, breaks: number, at: number, rule: number, next: number): void {
  for (let p = 0; breaks >> p !== 0; p++) if ((breaks >> p) & 1) first.set([at, rule, next], p * 3);
}

function traceOf(
  property: number,
  first: Int32Array,
  queue: Int32Array,
  parent: Int32Array,
  by: Uint8Array,
  rules: readonly Rule[],
): RawStep[] | null {
  const [from = -1, last = 0, end = 0] = first.subarray(property * 3, property * 3 + 3);
  if (from < 0) return null;
  const steps: RawStep[] = [{ rule: rules[last] as Rule, state: end }];
  for (let at = from; (parent[at] ?? -1) >= 0; at = parent[at] as number)
    steps.unshift({ rule: rules[by[at] as number] as Rule, state: queue[at] as number });
  return steps;
}

function larger<T extends Int32Array | Uint8Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}

function badMachine(place: string, value: unknown, wanted: string): ModelError {
  const remedy = `Correct ${place} of the machine.`;
  return inputError('bad-machine', place, value, wanted, '{ bits: 16, start: [0] }', remedy);
}

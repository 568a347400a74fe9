import { describe, expect, it } from 'vitest';
import { search, type Machine, type Moves } from '../../../src/model/index.ts';

describe('the bounds of a machine', () => {
  const adds = (next: number, times = 1) => ({
    name: 'adds',
    actor: 'hardware' as const,
    label: '',
    reason: '',
    source: [],
    to: (_s: number, moves: Moves) => {
      for (let i = 0; i < times; i++) moves.add(next, 0);
    },
  });
  const machine = (changes: Partial<Machine>): Machine => ({
    bits: 2,
    start: [0],
    rules: [adds(0)],
    properties: [],
    ...changes,
  });
  const many = (n: number) => Array.from({ length: n }, () => adds(3));

  it.each<[string, Partial<Machine>, string]>([
    ['bits', { bits: 27 }, 'a whole number from 1 to 26'],
    ['bits', { bits: 0 }, 'a whole number from 1 to 26'],
    ['bits', { bits: 1.5 }, 'a whole number from 1 to 26'],
    ['rules', { rules: many(257) }, 'at most 256 rules'],
    ['properties', { properties: many(31).map(() => 'p') }, 'at most 30 properties'],
    ['start', { start: [4] }, '0 to 3'],
    ['start', { start: [0, -1] }, '0 to 3'],
    ['start', { start: [0.5] }, '0 to 3'],
    ['next', { rules: [adds(4)] }, '0 to 3'],
    ['next', { rules: [adds(-1)] }, '0 to 3'],
    ['moves', { rules: [adds(0, 257)] }, 'at most 256 of a rule'],
  ])('%s of %o', (place, changes, expected) => {
    const error = search(machine(changes));
    expect(error).toMatchObject({ code: 'bad-machine', expected });
    if (!('code' in error)) return;
    expect(error.received).toMatch(new RegExp(`^${place} = -?\\d`));
    expect(error.remedy).toBe(`Correct ${place} of the machine.`);
    const example = new Function(`return (${error.example})`)();
    expect(search(machine(example))).not.toHaveProperty('code');
  });

  it.each<[string, Partial<Machine>, number]>([
    ['one bit', { bits: 1, rules: [adds(1)] }, 2],
    ['26 bits', { bits: 26 }, 1],
    ['256 rules', { rules: many(256) }, 2],
    ['30 properties', { properties: many(30).map((_, i) => `p${i}`) }, 1],
    ['the last state', { start: [3], rules: [] }, 1],
    ['the first state and the last', { start: [0, 3, 0], rules: [] }, 2],
    ['256 moves', { rules: [adds(3, 256)] }, 2],
  ])('hold %s', (_what, changes, states) => {
    expect(search(machine(changes))).toMatchObject({ states });
  });

  it('start where they say, and no state is visited twice', () => {
    const from = (start: readonly number[], to: (s: number) => readonly number[]) => {
      const result = search(
        machine({
          bits: 6,
          start,
          rules: [{ ...adds(0), to: (s, moves) => to(s).forEach((next) => moves.add(next, 0)) }],
        }),
      );
      return 'code' in result ? null : [result.states, result.transitions];
    };
    expect(from([33], (s) => [s])).toEqual([1, 1]);
    expect(from([40], (s) => (s === 40 ? [41] : []))).toEqual([2, 1]);
    expect(from([3, 40], (s) => [s ^ 1])).toEqual([4, 4]);
    // A state with two moves before one with a single move: only that one counts.
    expect(from([0], (s) => (s === 0 ? [1, 2] : s === 1 ? [1] : []))).toEqual([3, 3]);
    expect(from([0], (s) => (s === 0 ? [1, 9] : s === 1 ? [0] : [s]))).toEqual([3, 4]);
  });

  it('say how much room the search took: a bitmap, and nine bytes for a state', () => {
    const ring = (size: number): Machine => ({
      ...machine({ bits: 10 }),
      rules: [{ ...adds(0), to: (s, moves) => moves.add((s + 1) % size, 0) }],
    });
    const bytes = (size: number) => {
      const result = search(ring(size));
      return 'code' in result ? null : result.bytes;
    };
    expect([10, 256, 257, 1024].map(bytes)).toEqual([
      128 + 256 * 9,
      128 + 256 * 9,
      128 + 512 * 9,
      128 + 1024 * 9,
    ]);
  });
});

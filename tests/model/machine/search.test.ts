import { assert, integer, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { search, type Machine, type Rule, type Searched } from '../../../src/model/index.ts';

const rule = (name: string, to: Rule['to']): Rule => ({
  name,
  actor: 'hardware',
  label: name,
  reason: '',
  source: [],
  to,
});

const searched = (machine: Machine): Searched => {
  const result = search(machine);
  if ('code' in result) throw new Error(result.received);
  return result;
};

/** Two jugs of 3 and 5 litres; a move that leaves 4 in the larger breaks `noFour`. */
function jugs(): Machine {
  const small = (s: number) => s & 7;
  const large = (s: number) => s >> 3;
  const go = (a: number, b: number) => [a | (b << 3), b === 4 ? 1 : 0] as const;
  const rules: [string, (a: number, b: number) => readonly [number, number]][] = [
    ['fill small', (_a, b) => go(3, b)],
    ['fill large', (a) => go(a, 5)],
    ['empty small', (_a, b) => go(0, b)],
    ['empty large', (a) => go(a, 0)],
    ['small to large', (a, b) => go(a - Math.min(a, 5 - b), b + Math.min(a, 5 - b))],
    ['large to small', (a, b) => go(a + Math.min(b, 3 - a), b - Math.min(b, 3 - a))],
  ];
  return {
    bits: 6,
    start: [0],
    properties: ['noFour'],
    rules: rules.map(([name, to]) =>
      rule(name, (s, moves) => {
        const [next, breaks] = to(small(s), large(s));
        moves.add(next, breaks);
      }),
    ),
  };
}

/** Wolf, goat, cabbage and farmer; bits are the far bank. States that eat are not entered. */
function river(): Machine {
  const safe = (s: number) => {
    const [wolf, goat, cabbage, man] = [s & 1, (s >> 1) & 1, (s >> 2) & 1, (s >> 3) & 1];
    return !(goat !== man && (wolf === goat || goat === cabbage));
  };
  const takes = (passenger: number) => (s: number) => {
    const man = (s >> 3) & 1;
    if (passenger !== 0 && ((s & passenger) !== 0) !== (man === 1)) return null;
    const next = s ^ 8 ^ passenger;
    return safe(next) ? next : null;
  };
  return {
    bits: 4,
    start: [0],
    properties: ['neverAcross'],
    rules: [0, 1, 2, 4].map((passenger) =>
      rule(`takes ${passenger}`, (s, moves) => {
        const next = takes(passenger)(s);
        if (next !== null) moves.add(next, next === 15 ? 1 : 0);
      }),
    ),
  };
}

/** Two processes that test a lock and take it in a second step; both can get in. */
function brokenLock(): Machine {
  // Two bits a process: 0 outside, 1 saw the lock free, 2 inside. Bit 4 is the lock.
  const process = (shift: number) => (s: number) => {
    const at = (s >> shift) & 3;
    const set = (to: number) => (s & ~(3 << shift)) | (to << shift);
    if (at === 0) return (s & 16) === 0 ? set(1) : null;
    if (at === 1) return set(2) | 16;
    return set(0) & ~16;
  };
  return {
    bits: 5,
    start: [0],
    properties: ['exclusion'],
    rules: [0, 2].map((shift) =>
      rule(`process ${shift / 2}`, (s, moves) => {
        const next = process(shift)(s);
        if (next !== null) moves.add(next, (next & 15) === 10 ? 1 : 0);
      }),
    ),
  };
}

describe('known-bad machines', () => {
  it('measures four litres in six pours', () => {
    const { states, broken } = searched(jugs());
    expect([states, broken[0]?.map((step) => step.rule.name)]).toEqual([
      16,
      [
        'fill large',
        'large to small',
        'empty small',
        'large to small',
        'fill large',
        'large to small',
      ],
    ]);
  });

  it('crosses the river in seven trips, over the ten safe states', () => {
    const { states, broken } = searched(river());
    expect([states, broken[0]?.length]).toEqual([10, 7]);
    expect([broken[0]?.[0]?.rule.name, broken[0]?.at(-1)?.rule.name]).toEqual([
      'takes 2',
      'takes 2',
    ]);
  });

  it('finds both in the lock after two tests and two takings', () => {
    const { broken } = searched(brokenLock());
    expect(broken[0]?.length).toBe(4);
  });

  it('counts every state and move of a ring, and walks half of it at most', () => {
    assert(
      property(integer({ min: 3, max: 5000 }), nat(), (size, far) => {
        const target = (far % (size - 1)) + 1;
        const step = (by: number) =>
          rule(`${by}`, (s, moves) => {
            const next = (s + by + size) % size;
            moves.add(next, next === target ? 1 : 0);
          });
        const ring: Machine = {
          bits: 13,
          start: [0],
          rules: [step(1), step(-1)],
          properties: ['away'],
        };
        const { states, transitions, broken } = searched(ring);
        expect([states, transitions]).toEqual([size, 2 * size]);
        expect(broken[0]?.length).toBe(Math.min(target, size - target));
        expect(broken[0]?.at(-1)?.state).toBe(target);
      }),
      { numRuns: 50 },
    );
  });

  it('says that a property holds where nothing breaks it', () => {
    const quiet: Machine = { ...jugs(), start: [0], properties: ['noFour', 'other'] };
    expect(searched(quiet).broken[1]).toBeNull();
  });
});

describe('a machine that cannot be', () => {
  const one = rule('one', (_s, moves) => moves.add(4, 0));
  it.each([
    ['too many bits', { bits: 27, start: [0], rules: [one], properties: [] }],
    ['no bits', { bits: 0, start: [0], rules: [one], properties: [] }],
    ['a start outside', { bits: 2, start: [4], rules: [], properties: [] }],
    ['a move outside', { bits: 2, start: [0], rules: [one], properties: [] }],
    ['a start below 0', { bits: 2, start: [-1], rules: [], properties: [] }],
  ] as [string, Machine][])('is refused for %s', (_what, machine) => {
    expect(search(machine)).toMatchObject({ code: 'bad-machine' });
  });
});

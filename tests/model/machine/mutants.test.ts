import { describe, expect, it } from 'vitest';
import {
  pageMachine,
  POLICIES,
  PROPERTIES,
  verdicts,
  type Moves,
  type Rule,
} from '../../../src/model/index.ts';

/** A changed effect of a rule: what it does instead in a state. */
type Change = (rule: Rule) => Rule['to'];

const NOTHING: Change = () => () => undefined;

/** Each move still happens, but the state after it is another. */
const after =
  (change: (next: number, before: number) => number): Change =>
  (rule) =>
  (state, moves: Moves) => {
    const first = moves.count;
    rule.to(state, moves);
    for (let i = first; i < moves.count; i++)
      moves.next[i] = change(moves.next[i] as number, state);
  };

/** What it breaks is not noticed. */
const unnoticed: Change = (rule) => (state, moves) => {
  const first = moves.count;
  rule.to(state, moves);
  for (let i = first; i < moves.count; i++) moves.breaks[i] = 0;
};

/** Only the first or the last of the moves that the architecture leaves open. */
const firstOnly: Change = (rule) => (state, moves) => {
  const first = moves.count;
  rule.to(state, moves);
  moves.count = Math.min(moves.count, first + 1);
};

const MEMORY = 0x38;
const LINE = 0x7c0;
const INSTRUCTION = 0x3800;
const SECRET_IN_MEMORY = 1 << 3;

/** The memory of before: the effect on it did not happen. */
const keepsMemory = after((next, before) => (next & ~MEMORY) | (before & MEMORY));
const losesLine = after((next) => next & ~LINE);
const keepsLine = after((next, before) => (next & ~LINE) | (before & LINE));
const keepsInstruction = after((next, before) => (next & ~INSTRUCTION) | (before & INSTRUCTION));

/**
 * Each transition, changed in at least one way. Some can only be missed together: that the secret
 * is left in memory or in a cache leads to the same verdicts, so what is changed is that it is a
 * secret. Moves that only help (maintenance by VA) are changed to do harm.
 */
const MUTANTS: readonly [rule: string, what: string, change: Change][] = [
  ['a-goes', 'never goes', NOTHING],
  ['a-fetches', 'leaves no instruction line', keepsInstruction],
  [
    'owner-scrubs',
    'writes nothing',
    after((n, b) => (n & ~(MEMORY | LINE)) | (b & (MEMORY | LINE))),
  ],
  ['owner-scrubs', 'loses the dirty line', losesLine],
  ['owner-scrubs', 'leaves the instruction line though DIC', keepsInstruction],
  [
    'owner-writes',
    'writes nothing',
    after((n, b) => (n & ~(MEMORY | LINE)) | (b & (MEMORY | LINE))),
  ],
  ['owner-writes', 'loses the dirty line', losesLine],
  [
    'owner-reads',
    'fills the line with the secret',
    after((n) => (n & ~LINE) | (1 << 6) | (1 << 9)),
  ],
  ['memslot', 'never comes', NOTHING],
  ['memslot', 'accepts what is refused', after((n) => ((n & 7) === 6 ? (n & ~7) | 4 : n))],
  ['fault', 'never comes', NOTHING],
  ['fault', 'goes unnoticed', unnoticed],
  ['fault', 'keeps memory as it was', keepsMemory],
  ['fault', 'keeps the instruction line', keepsInstruction],
  ['b-reads', 'goes unnoticed', unnoticed],
  ['b-reads', 'hits a line that is there, always', firstOnly],
  ['b-writes', 'loses the line', losesLine],
  ['b-writes', 'writes the secret', after((n) => (n & ~MEMORY) | SECRET_IN_MEMORY)],
  ['b-fetches', 'goes unnoticed', unnoticed],
  ['write-back', 'does not reach memory', keepsMemory],
  ['drop', 'takes what memory has with it', after((n) => (n & ~MEMORY) | SECRET_IN_MEMORY)],
  ['speculative-fill', 'fills with the secret', after((n) => (n & ~LINE) | (1 << 6) | (1 << 9))],
  ['owner-cvac', 'does not reach memory', keepsMemory],
  ['owner-civac', 'throws the line away', keepsMemory],
  ['owner-ivau', 'fills the line with the secret', after((n) => (n & ~INSTRUCTION) | (2 << 11))],
  ['b-cvac', 'does not reach memory', keepsMemory],
  ['b-civac', 'throws the line away', keepsMemory],
  ['b-ivau', 'fills the line with the secret', after((n) => (n & ~INSTRUCTION) | (2 << 11))],
];

const judged = (result: ReturnType<typeof verdicts>): string =>
  JSON.stringify(result.rows.map((row) => PROPERTIES.map((name) => row[name])));

const sound = verdicts();

const mutant = (names: readonly string[], change: Change) =>
  verdicts(POLICIES, (setup) => {
    const machine = pageMachine(setup);
    const rules = machine.rules.map((rule) =>
      names.includes(rule.name) ? { ...rule, to: change(rule) } : rule,
    );
    return { ...machine, rules };
  });

describe('a changed transition changes a verdict', () => {
  it.each(MUTANTS)('%s: %s', (rule, _what, change) => {
    expect(judged(mutant([rule], change))).not.toBe(judged(sound));
  });

  it('but for the invalidation at the fault: speculation may bring the line back', () => {
    expect(judged(mutant(['fault'], keepsLine))).toBe(judged(sound));
  });

  const places = ['a-secret-in-memory', 'a-secret-in-cache', 'a-secret-in-both'];
  it('a secret that is left nowhere', () => {
    const none = after((next) => next & ~(MEMORY | LINE));
    expect(judged(mutant(places, none))).not.toBe(judged(sound));
  });

  it.each(places)('%s alone is enough for every leak', (place) => {
    const others = places.filter((name) => name !== place);
    const inNc = (row: (typeof sound.rows)[number]) => row.vma === 'cacheable';
    const leaks = (result: typeof sound) =>
      result.rows.filter(inNc).map(({ noLeak, slot }) => [noLeak, slot]);
    expect(leaks(mutant(others, NOTHING))).toEqual(leaks(sound));
  });

  it('leaves no transition of any machine out of the table', () => {
    const names = new Set<string>(places);
    for (const [name] of MUTANTS) names.add(name);
    const all = new Set<string>();
    verdicts(POLICIES, (setup) => {
      const machine = pageMachine(setup);
      for (const { name } of machine.rules) all.add(name);
      return machine;
    });
    expect([...all].filter((name) => !names.has(name))).toEqual([]);
    expect([...names].filter((name) => !all.has(name))).toEqual([]);
  });
});

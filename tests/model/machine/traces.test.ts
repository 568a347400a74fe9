import { describe as group, expect, it } from 'vitest';
import {
  describe,
  explore,
  judgement,
  movesFrom,
  propertyName,
  renderText,
  SEARCHABLE,
  situation,
  stateInWords,
  survivesMigration,
  type MigrationInput,
  type Moves,
  type Searchable,
  type Setup,
  type ShowTree,
  type StateView,
} from '../../../src/model/index.ts';

const NONE = { fwb: false, dic: false };
const BOTH = { fwb: true, dic: true };
const LATE = 'error-at-fault-only';

function trace(value: unknown): Extract<ShowTree, { kind: 'trace' }> {
  const tree = describe(value);
  if (tree.kind !== 'trace') throw new Error(`${tree.kind}, not a trace`);
  return tree;
}

group('a judgement', () => {
  it('has the sign that the grammar of verdicts gives it', () => {
    // Drop for a leak, clock for what is stale, broken bar for what fails late.
    const signs: Record<Searchable, string> = {
      noLeak: 'leak',
      coherent: 'stale',
      noStaleFetch: 'stale',
      noLateFailure: 'fails',
      keepsCacheable: 'not-cacheable',
      survivesMigration: 'fails',
    };
    for (const [name, sign] of Object.entries(signs)) {
      const question = name as Searchable;
      const [kept, broken, open] = [true, false, null].map((holds) => judgement(question, holds));
      expect([kept, broken?.verdict, open]).toEqual([
        { verdict: 'supported', word: name === 'survivesMigration' ? 'survives' : 'holds' },
        sign,
        { verdict: 'not-supported', word: 'not asked' },
      ]);
      expect(broken?.word).toMatch(/^[a-zA-Z]+( [a-zA-Z]+)?$/);
      expect(SEARCHABLE[question]).toMatch(/^[A-Z][^.]*\.$/);
    }
    expect(Object.keys(SEARCHABLE)).toEqual(Object.keys(signs));
  });

  it('has a name among people: words, each its own, and no negation before its answer', () => {
    const names = Object.keys(SEARCHABLE).map(propertyName);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^(?!no )[a-z]+( [a-z]+)?$/);
    expect(propertyName('noLeak')).toBe('secrecy');
  });

  it('leaves any other word as it is, whatever it is', () => {
    for (const word of ['', 'secrecy', 'toString', '__proto__'])
      expect(propertyName(word)).toBe(word);
    expect(propertyName(null as never)).toBe('null');
  });
});

/** The states of some pages, each once. */
function everyView(): StateView[] {
  const views: StateView[] = [];
  for (const guestS1 of ['wb', 'nc'] as const) {
    for (const dic of [false, true]) {
      const host = { fwb: true, dic };
      const setup = situation({ policy: 'cacheable-unchecked', host, guestS1 }) as Setup;
      const seen = new Set([0]);
      for (const state of seen) {
        for (const move of movesFrom(state, setup)) {
          if (!seen.has(move.next)) views.push(move.state);
          seen.add(move.next);
        }
      }
    }
  }
  return views;
}

group('a state in words', () => {
  it('tells apart what is apart, and names each place', () => {
    const texts = new Map<string, string>();
    for (const view of everyView()) {
      const { memory, dcache, icache, tenantB } = view;
      const text = stateInWords(view);
      const data = JSON.stringify([memory, dcache, icache, tenantB.data]);
      expect(text).toMatch(/^memory: \S[^;]*; cache: \S/);
      expect(texts.get(text) ?? data).toBe(data);
      texts.set(text, data);
      expect(/; instruction cache: \S/.test(text)).toBe(icache !== null);
      expect(/; B: [A-Z]/.test(text)).toBe(tenantB.data !== null);
      expect(text.includes('cache: no line')).toBe(dcache === null);
      expect(text.includes('(dirty)')).toBe(dcache?.dirty === true);
      expect(text.includes('undefined')).toBe(false);
    }
    expect(texts.size).toBeGreaterThan(50);
  });
});

group('a search as a tree and as text', () => {
  it('has the counts of the search, and each step of the trace with its state', () => {
    const explored = explore({ policy: 'fallback-to-device', host: NONE, property: 'noLeak' });
    const tree = trace(explored);
    expect(tree).toMatchObject({ title: 'secrecy', property: 'noLeak', verdict: 'leak' });
    expect(tree.verdictWord).toBe('leaks in 6 steps');
    expect(Object.fromEntries(tree.facts)).toEqual({
      asked: SEARCHABLE.noLeak,
      searched: `${explored.states} states, ${explored.transitions} moves, all of them`,
    });
    expect(tree.moves).toEqual(
      explored.trace?.map(({ state, ...step }) => ({
        ...step,
        state: stateInWords(state),
        view: state,
      })),
    );
    const lines = renderText(explored).split('\n');
    expect(lines.length).toBe(3 + 6 * 3);
    expect(lines[0]).toBe('leaks in 6 steps (secrecy)');
    explored.trace?.forEach(({ label, reason, source, state }, i) => {
      expect(lines.slice(3 + i * 3, 6 + i * 3)).toEqual([
        `${i + 1}. ${label}`,
        `   ${reason} [${source.join(', ')}]`,
        `   ${stateInWords(state)}`,
      ]);
    });
  });

  it('has no moves where the property holds or is not asked', () => {
    const ask = (host: typeof NONE) =>
      explore({ policy: 'error-on-creation', host, property: 'noLeak' });
    expect(trace(ask(BOTH))).toMatchObject({ verdictWord: 'holds', moves: [] });
    expect(trace(ask(NONE))).toMatchObject({ verdictWord: 'not asked', moves: [] });
  });

  it('says what is wrong with the input', () => {
    for (const [wrong, title] of [
      [explore({ policy: 'x', host: NONE, property: 'noLeak' }), 'search'],
      [explore({ policy: 'fwb-only', host: NONE, property: 'x' as never }), 'search'],
      [survivesMigration({} as never), 'migration'],
    ] as const) {
      const { received, expected, example, remedy } = wrong.error ?? {};
      expect(trace(wrong)).toEqual({
        kind: 'trace',
        title,
        property: null,
        verdict: 'invalid',
        verdictWord: 'not searched',
        facts: Object.entries({ received, expected, example, remedy }),
        moves: [],
      });
    }
  });

  it.each<[string, string, Omit<MigrationInput, 'vma'>]>([
    ['supported', 'survives', { source: BOTH, destination: BOTH }],
    ['refused', 'refused; the source runs on', { source: BOTH, destination: NONE }],
    [
      'fails',
      'VM lost',
      { source: { ...BOTH, policy: LATE }, destination: { ...NONE, policy: LATE } },
    ],
    ['not-supported', 'never runs at the source', { source: NONE, destination: BOTH }],
    [
      'not-supported',
      'not begun; the source runs on',
      { source: BOTH, destination: NONE, asksCapability: true },
    ],
  ])('a migration: %s, %s', (verdict, word, input) => {
    const migrated = survivesMigration(input);
    const { holds, mapped, states, transitions, story } = migrated;
    const tree = trace(migrated);
    expect(tree).toMatchObject({ title: 'migration', property: null, verdict });
    expect(tree.verdictWord).toBe(word);
    const count = transitions === 1 ? '1 move' : `${transitions} moves`;
    const told = {
      'at the source': `mapped ${mapped.source}`,
      'at the destination': mapped.destination ? `mapped ${mapped.destination}` : 'never mapped',
      searched: `${states} states, ${count}, all of them`,
    };
    expect(Object.fromEntries(tree.facts)).toEqual({
      asked: SEARCHABLE.survivesMigration,
      ...(holds === null ? {} : told),
    });
    expect(tree.moves).toEqual(story.map((step) => ({ ...step, view: null })));
    expect(renderText(migrated).split('\n')[0]).toBe(`${word} (migration)`);
  });

  it('names no source where a move has none', () => {
    const leak = {
      name: 'leak',
      actor: 'A',
      label: 'A reads',
      reason: 'It can.',
      source: [],
      to: (state: number, moves: Moves) => moves.add(state, 1),
    } as const;
    const machine = () => ({ bits: 1, start: [0], rules: [leak], properties: ['noLeak'] });
    const found = explore({ policy: 'fwb-only', host: BOTH, property: 'noLeak', machine });
    expect(renderText(found).split('\n').slice(3, 5)).toEqual(['1. A reads', '   It can.']);
  });

  it('a migration is judged by its last move, however many there are', () => {
    const refused = survivesMigration({ source: BOTH, destination: NONE });
    const [first] = refused.story;
    for (const story of [refused.story, [first, ...refused.story]])
      expect(trace({ ...refused, story }).verdict).toBe('refused');
    expect(trace({ ...refused, story: [first, ...refused.story.slice(1), first] }).verdict).toBe(
      'supported',
    );
  });

  it('is no trace where it is anything else', () => {
    for (const value of [null, 7, 'x', [], [1], [null], {}, { holds: true }, { guestS1: 'wb' }])
      expect(describe(value).kind).toBe('value');
    expect(describe({ holds: true, states: 1 }).kind).toBe('value');
    expect(describe({ machines: 1 }).kind).toBe('value');
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  GUEST_S1S,
  HOSTS,
  movesFrom,
  pageMachine,
  POLICIES,
  situation,
  verdicts,
  viewOf,
  VMA_KINDS,
  type Actor,
  type LegalMove,
  type Setup,
  type StateView,
} from '../../../src/model/index.ts';

/** Whose move a rule is by its name, and the words that its label starts with. */
const ACTORS: readonly [name: RegExp, actor: Actor, label: RegExp][] = [
  [/^a-/, 'A', /^A \S/],
  [/^owner-/, 'owner', /^the owner \S/],
  [/^b-/, 'B', /^B \S/],
  [
    /^(memslot|fault)$/,
    'kvm',
    /^(KVM (accepts|refuses)|B faults, KVM maps|B's first access fails)/,
  ],
  [/^(write-back|drop|speculative-fill)$/, 'hardware', /^the (dirty |clean )?line is \S/],
];

const setups = (): Setup[] =>
  POLICIES.flatMap(({ name: policy }) =>
    HOSTS.flatMap((host) =>
      VMA_KINDS.flatMap((vma) =>
        GUEST_S1S.map((guestS1) => situation({ policy, host, vma, guestS1 }) as Setup),
      ),
    ),
  );

/** Every move from every state that can be reached, in the order of discovery. */
function allMoves(setup: Setup): LegalMove[] {
  const machine = pageMachine(setup);
  const moves: LegalMove[] = [];
  const seen = new Set([0]);
  for (const state of seen) {
    for (const move of movesFrom(state, setup, machine)) {
      moves.push(move);
      seen.add(move.next);
    }
  }
  return moves;
}

const distinct = () => [...new Map(setups().map((s) => [JSON.stringify(s), s])).values()];

describe('the moves of every machine', () => {
  const known = new Set<string>(
    JSON.parse(readFileSync('content/data/sources.json', 'utf8')).map((s: { id: string }) => s.id),
  );

  it('are told by who makes them, with a reason and a source', () => {
    for (const setup of distinct()) {
      const { rules } = pageMachine(setup);
      expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
      expect(new Set(rules.map(({ label }) => label)).size).toBe(rules.length);
      for (const { name, actor, label, reason, source } of rules) {
        const [, who, words] = ACTORS.find(([pattern]) => pattern.test(name)) ?? [];
        expect([name, actor]).toEqual([name, who]);
        expect(label).toMatch(words as RegExp);
        expect(reason).toMatch(/^[A-Z][^.]* [^.]*\.$/);
        expect([source.length > 0, source.filter((id) => !known.has(id))]).toEqual([true, []]);
      }
    }
  });

  it('are those of everybody who may act on the page', () => {
    for (const setup of distinct()) {
      const { ownerCacheable, executable, mapped, guestFetch } = setup;
      const when = (may: boolean, names: string) => (may ? names.split(' ') : []);
      expect(pageMachine(setup).rules.map(({ name }) => name)).toEqual([
        'a-secret-in-memory',
        ...when(ownerCacheable, 'a-secret-in-cache a-secret-in-both'),
        ...when(executable, 'a-fetches'),
        ...'a-goes owner-scrubs owner-writes owner-reads memslot fault'.split(' '),
        ...when(mapped !== null, 'b-reads b-writes'),
        ...when(guestFetch !== null, 'b-fetches'),
        ...when(ownerCacheable, 'write-back drop speculative-fill'),
        ...'owner-cvac owner-civac owner-ivau'.split(' '),
        ...when(mapped !== null, 'b-cvac b-civac b-ivau'),
      ]);
    }
  });

  it('say how the fault ends and what KVM maintains before it maps', () => {
    const said = (policy: string, fwb: boolean, dic: boolean, vma = 'cacheable') => {
      const setup = situation({ policy, host: { fwb, dic }, vma: vma as 'cacheable' }) as Setup;
      return pageMachine(setup).rules.find(({ name }) => name === 'fault')?.label;
    };
    const maps = (what: string) => `B faults, KVM maps the page ${what}`;
    expect(said('fallback-to-device', true, true)).toBe(maps('device, without maintenance'));
    expect(said('error-on-creation', true, true)).toBe(maps('normal, without maintenance'));
    expect(said('error-on-creation', true, true, 'normal-nc')).toBe(
      maps('normal-nc, without maintenance'),
    );
    expect(said('error-at-fault-only', false, true)).toBe("B's first access fails, EINVAL");
    const cmos = (fwb: boolean, dic: boolean) => said('cacheable-with-cmos', fwb, dic);
    const [clean, invalidate] = ['clean and invalidate', 'invalidate I'];
    expect(cmos(false, false)).toBe(maps(`normal, after maintenance (${clean}, ${invalidate})`));
    expect(cmos(false, true)).toBe(maps(`normal, after maintenance (${clean})`));
    expect(cmos(true, false)).toBe(maps(`normal, after maintenance (${invalidate})`));
    expect(cmos(true, true)).toBe(maps('normal, without maintenance'));
  });

  it('are the same where every rule is asked in every state', () => {
    const ungrouped = verdicts(POLICIES, (setup) => {
      const machine = pageMachine(setup);
      return { ...machine, rules: machine.rules.map(({ groups: _g, ...rule }) => rule) };
    });
    expect(ungrouped).toEqual(verdicts());
  });
});

describe('what the moves do', () => {
  /** Each move, with the state before it. */
  const played = (setup: Setup) => {
    const machine = pageMachine(setup);
    const seen = new Map([[0, viewOf(0, setup)]]);
    const moves: { before: StateView; move: LegalMove }[] = [];
    for (const [state, before] of seen)
      for (const move of movesFrom(state, setup, machine)) {
        moves.push({ before, move });
        if (!seen.has(move.next)) seen.set(move.next, move.state);
      }
    return moves;
  };

  it('maintenance: clean writes a dirty line to memory, invalidate drops it (ARM-ARM)', () => {
    const done = new Set<string>();
    for (const { before, move } of distinct().flatMap(played)) {
      const [, op] = /-(cvac|civac|ivau)$/.exec(move.move) ?? [];
      if (op === undefined) continue;
      const { dcache, memory } = before;
      const cleaned = dcache?.dirty === true ? dcache.value : memory;
      const { [op]: wanted } = {
        cvac: { memory: cleaned, dcache: dcache && { ...dcache, dirty: false } },
        civac: { memory: cleaned, dcache: null },
        ivau: { icache: null },
      } as Record<string, Partial<StateView>>;
      expect(move.state).toEqual({ ...before, ...wanted });
      done.add(move.move);
    }
    expect(done.size).toBe(6);
  });

  it('a read of the owner through its cache is coherent where it sees what was written last', () => {
    const reads = distinct().flatMap((setup) =>
      setup.ownerCacheable ? played(setup).filter(({ move }) => move.move === 'owner-reads') : [],
    );
    const stale = reads.filter(({ before: { dcache, memory, latest }, move }) => {
      const value = dcache?.value ?? memory;
      return move.breaks.includes('coherent') !== (value !== latest);
    });
    expect(stale).toEqual([]);
    expect(new Set(reads.map(({ move }) => move.breaks.join())).size).toBe(2);
  });

  it('a cache acts unasked only where a mapping of the moment is cacheable (ARM-ARM)', () => {
    const some = situation({ policy: 'fallback-to-device', host: HOSTS[0]! }) as Setup;
    for (const ownerCacheable of [false, true])
      for (const guestData of ['WB', 'NC'] as const)
        for (const guestFetch of ['WB', 'NC'] as const) {
          const setup: Setup = { ...some, ownerCacheable, guestData, guestFetch };
          const fills = played(setup).filter(({ move }) => move.actor === 'hardware');
          const byB = guestData === 'WB' || guestFetch === 'WB';
          expect(fills.length > 0).toBe(ownerCacheable || byB);
          const early = fills.filter(
            ({ before, move }) => move.move === 'speculative-fill' && before.phase !== 'mapped',
          );
          expect(early.length > 0).toBe(ownerCacheable);
        }
  });
});

describe('the view of a state', () => {
  it('says who has a mapping, what B gets, and what the caches hold', () => {
    const wrong = distinct().flatMap((setup) =>
      allMoves(setup)
        .filter(({ next, state }) => !isView(next, state, setup))
        .map(({ state }) => state),
    );
    expect(wrong).toEqual([]);
    expect(distinct().filter((setup) => !isView(0, viewOf(0, setup), setup))).toEqual([]);
  });
});

/** The fields as design and packing give them: bits [13:11] instruction line, [10:9] data line. */
function isView(packed: number, state: StateView, setup: Setup): boolean {
  const { phase, owner, tenantA, tenantB, latest, icache, dcache } = state;
  const mapped = phase === 'mapped';
  return (
    owner.mapped === (phase !== 'empty') &&
    owner.cacheable === setup.ownerCacheable &&
    tenantA.mapped === (phase === 'tenant A') &&
    tenantB.mapped === mapped &&
    tenantB.data === (mapped ? setup.guestData : null) &&
    tenantB.fetch === (mapped ? setup.guestFetch : null) &&
    (latest === null) === ['empty', 'tenant A', 'freed'].includes(phase) &&
    (icache === null) === (((packed >> 11) & 7) === 0) &&
    (dcache === null) === (((packed >> 9) & 3) === 0)
  );
}

import { describe, expect, it } from 'vitest';
import {
  checkInvariants,
  GUEST_S1S,
  HOSTS,
  INVARIANTS,
  pageMachine,
  POLICIES,
  PROPERTIES,
  prove,
  situation,
  VMA_KINDS,
  type Invariant,
  type Property,
  type Setup,
} from '../../../src/model/index.ts';
import { memoryOf, latestOf, phaseOf, SCRUBBED } from '../../../src/model/machine/state.ts';

const BOTH = { fwb: true, dic: true } as const;
const LANDED = { policy: 'error-on-creation', host: BOTH } as const;

function setupOf(input: Parameters<typeof situation>[0]): Setup {
  const setup = situation(input);
  if ('code' in setup) throw new Error(setup.remedy);
  return setup;
}

describe('why a property holds', () => {
  it('is said in sentences, with what each safeguard is worth', () => {
    const proof = prove({ ...LANDED, guestS1: 'nc', property: 'noLeak' });
    expect(proof.holds).toBe(true);
    expect(proof.invariants?.map(({ words }) => words)).toEqual([
      "From the scrub on, no line holds A's secret.",
      "From the scrub on, memory holds A's secret only under a dirty line.",
    ]);
    const worth = proof.without.map(({ name, proved, holds }) => [name, proved, holds]);
    // A guest that asks for Non-cacheable goes around the line unless stage 2 forces the type.
    expect(worth).toEqual([
      ['scrub', false, false],
      ['fwb', false, false],
      ['dic', true, true],
    ]);
    expect(proof.states).toBeGreaterThan(proof.reachable);
  });

  it('needs DIC, or the invalidation, for what a guest fetches', () => {
    const worth = (policy: string, dic: boolean) =>
      prove({ policy, host: { fwb: true, dic }, property: 'noStaleFetch' })
        .without.filter(({ holds }) => !holds)
        .map(({ name }) => name);
    expect(worth('error-on-creation', true)).toEqual(['scrub', 'dic']);
    expect(worth('cacheable-with-cmos', false)).toEqual(['scrub', 'invalidate']);
  });

  describe('in every set-up', () => {
    const asked = new Map<string, { setup: Setup; input: Parameters<typeof situation>[0] }>();
    for (const policy of POLICIES)
      for (const host of HOSTS)
        for (const vma of VMA_KINDS)
          for (const guestS1 of GUEST_S1S) {
            const input = { policy, host, vma, guestS1 };
            const setup = setupOf(input);
            asked.set(JSON.stringify(setup), { setup, input });
          }
    const proofs = [...asked.values()].flatMap(({ setup, input }) =>
      PROPERTIES.map((property) => {
        const proof = prove({ ...input, property });
        const names = proof.invariants?.map(({ name }) => name) ?? [];
        const used = INVARIANTS.filter(({ name }) => names.includes(name));
        return { input, setup, property, proof, used };
      }),
    );

    it('is found where the property holds, and only there', () => {
      expect(asked.size).toBeGreaterThan(50);
      const wrong = proofs.filter(
        ({ proof }) => (proof.holds === true) !== (proof.invariants !== null),
      );
      expect(wrong.map(({ input, property }) => [input, property])).toEqual([]);
    });

    it('has no sentence to spare', () => {
      const spare = proofs.flatMap(({ setup, property, used }) =>
        used.filter((one) => {
          const fewer = used.filter((other) => other !== one);
          return checkInvariants(pageMachine(setup), setup, fewer, property).gap === null;
        }),
      );
      expect(spare).toEqual([]);
    });

    it('needs each of the sentences somewhere', () => {
      const used = new Set(proofs.flatMap((one) => one.used.map(({ name }) => name)));
      expect(INVARIANTS.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
    });
  });
});

describe('a wrong sentence', () => {
  const setup = setupOf(LANDED);
  const machine = pageMachine(setup);
  const refused = (one: Invariant, property: Property = 'noLeak') =>
    checkInvariants(machine, setup, [one], property).gap;

  it('that a move makes false is refused, with the move', () => {
    const always: Invariant = {
      name: 'memory-always-latest',
      words: 'From the scrub on, memory holds what was written last.',
      holds: (s) => phaseOf(s) < SCRUBBED || memoryOf(s) === latestOf(s),
    };
    expect(refused(always)).toMatchObject({
      at: 'move',
      invariant: 'memory-always-latest',
      move: 'owner-scrubs',
    });
  });

  it('that is false before anything happens is refused', () => {
    const never: Invariant = { name: 'never', words: 'Nothing is so.', holds: () => false };
    expect(refused(never)).toMatchObject({ at: 'start', invariant: 'never', move: null });
  });

  it('that is true and says too little is refused, with the move that breaks the property', () => {
    const empty: Invariant = { name: 'empty', words: 'All is so.', holds: () => true };
    expect(refused(empty)).toMatchObject({ at: 'property', invariant: null });
  });

  it.each(INVARIANTS.map((one) => [one.name, one] as const))(
    'is found where %s is turned around',
    (_, one) => {
      const turned = { ...one, holds: (s: number, given: Setup) => !one.holds(s, given) };
      expect(refused(turned)).not.toBeNull();
    },
  );
});

describe('bad input', () => {
  it.each([
    [{ policy: 'perhaps', host: BOTH, property: 'noLeak' }],
    [{ ...LANDED, property: 'noWorry' }],
    [{ ...LANDED, host: null, property: 'noLeak' }],
    [null],
  ])('%j is an error and no proof', (given) => {
    const proof = prove(given as unknown as Parameters<typeof prove>[0]);
    expect(proof.error).toBeDefined();
    expect(proof.invariants).toBeNull();
  });

  it('what does not hold has no proof', () => {
    const proof = prove({
      policy: 'fallback-to-device',
      host: { fwb: false, dic: false },
      property: 'noLeak',
    });
    expect([proof.holds, proof.invariants, proof.without]).toEqual([false, null, []]);
  });
});

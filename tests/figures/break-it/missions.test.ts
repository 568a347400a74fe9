import { describe, expect, it } from 'vitest';
import { offered, PRESET, settled, setupFor } from '../../../src/figures/break-it/fields.ts';
import { brokenBy, hintFor, possible } from '../../../src/figures/break-it/game.ts';
import type { Game, Goal } from '../../../src/figures/break-it/game.ts';
import { isDone, MISSIONS } from '../../../src/figures/break-it/missions.ts';
import type { Mission } from '../../../src/figures/break-it/missions.ts';
import type { Values } from '../../../src/figures/form/field.ts';
import { explore, POLICIES } from '../../../src/model/index.ts';

const mission = (key: string): Mission => {
  const found = MISSIONS.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};
const gameIn = (key: string, more: Values = {}): Game => {
  const values = { ...PRESET, ...mission(key).start, ...more };
  return { policy: values['policy'] ?? '', setup: setupFor(values), taken: [] };
};
/** Takes a move by its name; where the hardware has a choice, one that does not leak. */
const take = (game: Game, name: string): Game => {
  const found = possible(game).filter(({ move }) => move === name);
  const move = found.find(({ breaks }) => !breaks.includes('noLeak')) ?? found[0];
  if (!move) throw new Error(`${name} is not possible`);
  return { ...game, taken: [...game.taken, move] };
};
const takeAll = (game: Game, names: readonly string[]): Game => names.reduce(take, game);

/** Follows hints until the mission is done, and counts the moves. */
function follow(key: string, goal: Goal, game: Game): number {
  for (let i = 0; i < 20; i++) {
    if (isDone(mission(key), game, false)) return i;
    const hint = hintFor(game, goal);
    if (hint === null || 'states' in hint) throw new Error('no way');
    game = { ...game, taken: [...game.taken, hint.move] };
  }
  throw new Error('never done');
}

describe('the missions', () => {
  it('follow a hint to the leak in as few moves as the search finds', () => {
    const asked = { policy: 'fallback-to-device', host: { fwb: false, dic: false } } as const;
    const { trace } = explore({ ...asked, property: 'noLeak' });
    expect(follow('leak', ['noLeak'], gameIn('leak'))).toBe(trace?.length);
  });

  it('follow a hint to one clean, before which a leak is within reach and after which none is', () => {
    expect(follow('clean', 'clean', gameIn('clean'))).toBeGreaterThan(5);
    const story = ['a-secret-in-memory', 'a-goes', 'owner-scrubs', 'memslot', 'fault'];
    const done = (names: readonly string[]) =>
      isDone(mission('clean'), takeAll(gameIn('clean'), names), false);
    expect(done([...story, 'owner-cvac', 'b-reads'])).toBe(true);
    expect(done([...story.slice(0, 3), 'owner-civac', 'memslot', 'fault', 'b-reads'])).toBe(true);
    // Not yet read; read before the clean only; a clean in vain first; two cleans; none at all.
    expect(done([...story, 'owner-cvac'])).toBe(false);
    expect(done([...story, 'owner-cvac', 'owner-cvac', 'b-reads'])).toBe(false);
    expect(done([...story, 'write-back', 'owner-cvac', 'b-reads'])).toBe(false);
    expect(done([...story, 'write-back', 'b-reads'])).toBe(false);
  });

  it('say that it is too late for one clean after a second one', () => {
    const game = takeAll(gameIn('clean'), [
      'a-secret-in-memory',
      'a-goes',
      'owner-scrubs',
      'owner-cvac',
      'owner-cvac',
    ]);
    expect(hintFor(game, 'clean')).toEqual({ states: expect.any(Number) });
  });

  it('need DIC taken away before a fetch can be stale', () => {
    const goal: Goal = ['noStaleFetch'];
    expect(hintFor(gameIn('dic'), goal)).toEqual({ states: expect.any(Number) });
    const { trace } = explore({
      policy: 'fwb-only',
      host: { fwb: true, dic: false },
      property: 'noStaleFetch',
    });
    expect(follow('dic', goal, gameIn('dic', { dic: '0' }))).toBe(trace?.length);
  });

  it('end with a proof of the landed code, and of no other', () => {
    const asked = ['0', '1'].flatMap((fwb) => ['0', '1'].map((dic) => ({ fwb, dic })));
    for (const host of asked) {
      const game = gameIn('landed', host);
      const hint = hintFor(game);
      expect(hint && 'states' in hint).toBe(true);
      expect(isDone(mission('landed'), game, true)).toBe(true);
      expect(isDone(mission('landed'), game, false)).toBe(false);
    }
    const other = gameIn('landed', { policy: 'fallback-to-device' });
    expect(isDone(mission('landed'), other, true)).toBe(false);
  });

  it('are none of them done at the start', () => {
    for (const one of MISSIONS) {
      const game = gameIn(one.key);
      expect(brokenBy(game)).toEqual([]);
      expect(isDone(one, game, false)).toBe(false);
    }
  });
});

describe('the policies', () => {
  it('grow from mission to mission, up to all in free play', () => {
    const offers = [...MISSIONS.map(({ key }) => key), 'free'].map((key) =>
      offered({ ...PRESET, mission: key }).options.map(([name]) => name),
    );
    for (const [i, names] of offers.slice(1).entries())
      expect(names).toEqual(expect.arrayContaining(offers[i] ?? []));
    expect(offers[0]).toEqual(['fallback-to-device']);
    expect(offers.at(-1)).toEqual(expect.arrayContaining(POLICIES.map(({ name }) => name)));
    for (const [i, one] of MISSIONS.entries()) expect(offers[i]).toContain(one.start['policy']);
  });

  it('that a mission does not offer end it; a mission that is chosen brings its case', () => {
    const linked = settled({ ...PRESET, policy: 'fwb-only' }, null);
    expect(linked['mission']).toBe('free');
    expect(linked['policy']).toBe('fwb-only');
    const chosen = settled({ ...linked, mission: 'dic', policy: 'fallback-to-device' }, linked);
    expect(chosen).toMatchObject({ mission: 'dic', ...mission('dic').start });
  });

  it('a proof ends with the next choice', () => {
    const proof = { ...PRESET, proof: 'noLeak' };
    expect(settled(proof, PRESET)['proof']).toBe('noLeak');
    expect(settled({ ...proof, fwb: '1' }, proof)['proof']).toBe('no');
  });
});

import { describe, expect, it } from 'vitest';
import { explore, movesFrom, situation, viewOf, type Setup } from '../../../src/model/index.ts';

const fallback = () =>
  situation({ policy: 'fallback-to-device', host: { fwb: true, dic: true } }) as Setup;

describe('movesFrom', () => {
  it('starts with the places where A leaves its secret', () => {
    const setup = fallback();
    const first = movesFrom(0, setup);
    expect(first.map(({ actor }) => actor)).toEqual(['A', 'A', 'A']);
    expect(viewOf(0, setup)).toMatchObject({ phase: 'empty', memory: 'old', dcache: null });
  });

  it('plays a counterexample to its end, which breaks the property', () => {
    const setup = fallback();
    const host = { fwb: true, dic: true };
    const { trace = [] } = explore({ policy: 'fallback-to-device', host, property: 'noLeak' });
    let state = 0;
    let broken: readonly string[] = [];
    for (const step of trace) {
      const same = movesFrom(state, setup).filter(
        (m) => m.move === step.move && JSON.stringify(m.state) === JSON.stringify(step.state),
      );
      const worst = same.find((m) => m.breaks.includes('noLeak')) ?? same[0];
      expect(worst).toMatchObject({ actor: step.actor, label: step.label, reason: step.reason });
      state = worst?.next ?? -1;
      broken = worst?.breaks ?? [];
    }
    expect(broken).toEqual(['noLeak', 'coherent']);
  });

  it('finds every state that the search counts', () => {
    const setup = fallback();
    const seen = new Set([0]);
    for (const state of seen) for (const { next } of movesFrom(state, setup)) seen.add(next);
    const host = { fwb: true, dic: true };
    const { states } = explore({ policy: 'fallback-to-device', host, property: 'coherent' });
    expect(seen.size).toBe(states);
  });
});

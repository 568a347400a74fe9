import { describe, expect, it } from 'vitest';
import {
  explore,
  movesFrom,
  playMoves,
  situation,
  type LegalMove,
} from '../../../src/model/index.ts';

const host = { fwb: false, dic: false };
const setup = situation({ policy: 'fallback-to-device', host });
if ('code' in setup) throw new Error(setup.received);

const played = (names: readonly string[]): LegalMove[] => {
  const outcomes = playMoves(names, setup);
  if ('code' in outcomes) throw new Error(outcomes.received);
  return outcomes;
};

describe('playMoves', () => {
  it('breaks by the moves of a trace what the trace breaks', () => {
    const { trace = [] } = explore({ policy: 'fallback-to-device', host, property: 'noLeak' });
    expect(trace.length).toBe(6);
    const outcomes = played(trace.map(({ move }) => move));
    expect(outcomes.flatMap(({ breaks }) => breaks)).toContain('noLeak');
    // A read past a line may also hit it: the other choice is there too.
    expect(outcomes.some(({ breaks }) => breaks.length === 0)).toBe(true);
  });

  it('leaves no choice out: each outcome is a move of some state that the others lead to', () => {
    const before = ['a-secret-in-memory', 'a-goes', 'owner-scrubs', 'memslot', 'fault'];
    const states = new Set(played(before).map(({ next }) => next));
    const reads = [...states].flatMap((state) =>
      movesFrom(state, setup).filter(({ move }) => move === 'b-reads'),
    );
    expect(played([...before, 'b-reads'])).toEqual(reads);
    expect(played([])).toEqual([]);
  });

  it('lists the moves that are possible where one is not, and names the one that was meant', () => {
    const error = playMoves(['a-secret-in-memory', 'a-gos'], setup);
    if (!('code' in error)) throw new Error('taken');
    expect(error.code).toBe('unknown-choice');
    expect(error.remedy).toMatch(/^Is it 'a-goes'\?/);
    expect(error.received).toBe('move 2 = "a-gos" (a string)');
    const first = played(['a-secret-in-memory'])[0]?.next ?? 0;
    for (const { move } of movesFrom(first, setup)) expect(error.remedy).toContain(move);
    expect(playMoves(['b-reads'], setup)).toMatchObject({ code: 'unknown-choice' });
    expect(playMoves([null as never], setup)).toMatchObject({ code: 'unknown-choice' });
    expect(playMoves('b-reads' as never, setup)).toMatchObject({ code: 'not-a-list' });
  });

  it('gives back the error of a situation', () => {
    const wrong = situation({ policy: 'nobody', host });
    expect(playMoves(['b-reads'], wrong)).toBe(wrong);
  });
});

import { Moves, movesFrom, pageMachine } from '../../model/index.ts';
import type { LegalMove, Machine, Setup } from '../../model/index.ts';

/** Where a game stands whose leak one clean is to stop. */
export type Stage = 'open' | 'stopped' | 'spoilt';

const STAGES: readonly Stage[] = ['open', 'stopped', 'spoilt'];
const CLEAN = /-ci?vac$/;
const MOST_MOVES = 64;

const reaches = new WeakMap<Setup, ReadonlySet<number>>();

/** The states from which a leak can still be reached. */
function leakWithinReach(setup: Setup): ReadonlySet<number> {
  const known = reaches.get(setup);
  if (known) return known;
  const before = new Map<number, number[]>([[0, []]]);
  const within = new Set<number>();
  for (const state of before.keys())
    for (const { next, breaks } of movesFrom(state, setup)) {
      if (breaks.includes('noLeak')) within.add(state);
      const from = before.get(next);
      if (from) from.push(state);
      else before.set(next, [state]);
    }
  for (const state of within) for (const from of before.get(state) ?? []) within.add(from);
  reaches.set(setup, within);
  return within;
}

type Move = Pick<LegalMove, 'move' | 'next'> & { readonly leaks: boolean };

/**
 * stageAfter judges a move: the leak is stopped by one clean of the owner, before which it could be
 * reached and after which it cannot. A leak, a clean in vain and a second one spoil it.
 */
function stageAfter(stage: Stage, at: number, { move, next, leaks }: Move, setup: Setup): Stage {
  if (leaks || stage === 'spoilt') return 'spoilt';
  if (!CLEAN.test(move)) return stage;
  const within = leakWithinReach(setup);
  const stops = move.startsWith('owner') && within.has(at) && !within.has(next);
  return stage === 'open' && stops ? 'stopped' : 'spoilt';
}

/** stageOf judges the moves that were taken. */
export function stageOf(taken: readonly LegalMove[], setup: Setup): Stage {
  let at = 0;
  let stage: Stage = 'open';
  for (const move of taken) {
    stage = stageAfter(stage, at, { ...move, leaks: move.breaks.includes('noLeak') }, setup);
    at = move.next;
  }
  return stage;
}

/** stopped: one clean has stopped the leak, and B has read since. */
export function stopped(taken: readonly LegalMove[], setup: Setup): boolean {
  const last = taken.findLastIndex(({ move }) => move === 'b-reads');
  const stages = [taken, taken.slice(0, Math.max(0, last))].map((moves) => stageOf(moves, setup));
  return stages.every((stage) => stage === 'stopped');
}

/** The machine of the page, in which a read by B after the one clean is what can be reached. */
export function cleanMachine(setup: Setup, start: number, stage: Stage): Machine {
  const page = pageMachine(setup);
  const size = 2 ** page.bits;
  const leak = 1 << page.properties.indexOf('noLeak');
  const inner = new Moves(MOST_MOVES);
  const rules = page.rules.map((rule) => ({
    ...rule,
    // A state says its stage too, so the groups of the page are not those of this machine.
    groups: -1,
    to(state: number, moves: Moves): void {
      const at = state % size;
      const before = STAGES[Math.floor(state / size)] ?? 'spoilt';
      inner.count = 0;
      rule.to(at, inner);
      for (let i = 0; i < inner.count; i++) {
        const next = inner.next[i] ?? 0;
        const leaks = ((inner.breaks[i] ?? 0) & leak) !== 0;
        const after = stageAfter(before, at, { move: rule.name, next, leaks }, setup);
        const reads = rule.name === 'b-reads' && before === 'stopped' && after === 'stopped';
        moves.add(STAGES.indexOf(after) * size + next, reads ? 1 : 0);
      }
    },
  }));
  const from = STAGES.indexOf(stage) * size + start;
  return { bits: page.bits + 2, start: [from], rules, properties: ['read'] };
}

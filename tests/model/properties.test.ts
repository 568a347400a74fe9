import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  combineStages,
  decodeMairAttr,
  decodeStage2MemAttr,
  KERNELS,
  nearestFlips,
  QUESTIONS,
  wholeTable,
  type Decision,
  type Half,
  type Question,
} from 'stage-two';
import { answer, asked } from './support/inputs.ts';

/** How far a half may be cached; Device and Non-cacheable not at all. */
const RANK = { NC: 0, WT: 1, WB: 2 } as const;

/** A half of stage 1 has hints, one of stage 2 is a word. */
function rank(half: Half | Half['cacheability'] | null): number {
  if (half === null) return 0;
  return RANK[typeof half === 'string' ? half : half.cacheability];
}

describe('what two stages give together', () => {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte).filter(
    (byte) => decodeMairAttr(byte).type !== 'reserved',
  );
  const memAttrs = Array.from({ length: 16 }, (_, memAttr) => memAttr);

  it('is never more cacheable than both stages allow, without FWB', () => {
    const all = memAttrs.filter(
      (memAttr) => decodeStage2MemAttr(memAttr, { fwb: false }).type !== 'reserved',
    );
    expect(all.length).toBeGreaterThan(10);
    for (const attr of bytes)
      for (const memAttr of all) {
        const [s1, s2] = [decodeMairAttr(attr), decodeStage2MemAttr(memAttr, { fwb: false })];
        const both = combineStages({ s1: { attr }, s2: { memAttr }, fwb: false });
        for (const half of ['inner', 'outer'] as const)
          expect(rank(both[half]), `${attr} ${memAttr} ${half}`).toBe(
            Math.min(rank(s1[half]), rank(s2[half])),
          );
      }
  });

  it('is more cacheable than stage 1 with FWB only where MemAttr 0b0110 forces Write-Back', () => {
    const more = new Set<number>();
    for (const attr of bytes)
      for (const memAttr of memAttrs) {
        const both = combineStages({ s1: { attr }, s2: { memAttr }, fwb: true });
        if (both.type === 'reserved') continue;
        const s1 = decodeMairAttr(attr);
        if (rank(both.inner) > rank(s1.inner) || rank(both.outer) > rank(s1.outer))
          more.add(memAttr & 0b0111);
      }
    expect([...more]).toEqual([0b0110]);
  });
});

/** Everything in an answer but the way to it. */
const outcome = (decision: Decision): string => JSON.stringify({ ...decision, because: null });

/**
 * The way to an answer: who asked what, what was looked at, what the check said. How far the fault
 * lies inside its block is arithmetic on the address, which no check asks about.
 */
const way = ({ because }: Decision, input: object): string =>
  JSON.stringify([
    because.map((step) => [step.in, step.check, step.inputs, step.answer]),
    'gfn' in input ? input.gfn : null,
  ]);

describe('the steps of a decision', () => {
  it('suffice to recompute it: the same steps never lead to two answers', () => {
    const small = (Object.keys(QUESTIONS) as Question[]).filter((question) => {
      const { inputs } = wholeTable(question, 'v7.3');
      return inputs > 0 && inputs < 20_000;
    });
    expect(small.length).toBeGreaterThan(8);
    for (const question of small)
      for (const kernel of KERNELS) {
        const known = new Map<string, string>();
        for (const { input, decision } of wholeTable(question, kernel).rows) {
          const before = known.get(way(decision, input)) ?? outcome(decision);
          expect(outcome(decision)).toBe(before);
          known.set(way(decision, input), before);
        }
      }
  });

  it('suffice where the inputs are too many to try, too', () => {
    const known = new Map<string, string>();
    fc.assert(
      fc.property(asked, ({ question, kernel, input }) => {
        const decision = answer(question, kernel, input);
        if (decision.verdict === 'invalid') return;
        const key = `${question} ${kernel} ${way(decision, input)}`;
        const before = known.get(key) ?? outcome(decision);
        expect(outcome(decision)).toBe(before);
        known.set(key, before);
      }),
      { numRuns: 5_000 },
    );
    expect(known.size).toBeGreaterThan(500);
  });
});

describe('nearestFlips', () => {
  it('gives nothing of which a part would do', () => {
    let pairs = 0;
    fc.assert(
      fc.property(asked, ({ question, kernel, input }) => {
        const flips = nearestFlips(question, kernel, input);
        const sizes = new Set(flips.map(({ changes }) => changes.length));
        expect(sizes.size).toBeLessThanOrEqual(1);
        for (const { changes } of flips.filter((flip) => flip.changes.length > 1)) {
          pairs += 1;
          // A single change that flips would have been found alone, by asking for it directly.
          for (const { field, to } of changes.filter((change) => !change.field.includes('.'))) {
            const one = answer(question, kernel, { ...input, [field]: to }).verdict;
            const now = answer(question, kernel, input).verdict;
            expect([now, 'invalid']).toContain(one);
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(pairs).toBeGreaterThan(0);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffKernels, handleFault, KERNELS, wholeTable } from 'stage-two';
import type { Decision, FaultInput, Kernel, Question, Step } from 'stage-two';
import { sameAnswer } from '../../src/model/explain/answer.ts';
import { causeOf } from '../../src/model/explain/tables/cause.ts';
import { DifferenceGroups } from '../../src/model/explain/tables/difference-groups.ts';

const PAIRS: readonly (readonly [Kernel, Kernel])[] = KERNELS.flatMap((a) =>
  KERNELS.filter((b) => b !== a).map((b) => [a, b] as const),
);

/** What a step asks and what it got, in one text. */
const moment = (step: Step | undefined): string =>
  step === undefined ? 'nothing' : `${step.check} = ${String(step.answer)}`;

/** The steps at which two ways part, found by walking both. */
function parted(a: readonly Step[], b: readonly Step[]): readonly [Step | null, Step | null] {
  let i = 0;
  while (i < Math.max(a.length, b.length) && moment(a[i]) === moment(b[i])) i += 1;
  return [a[i] ?? null, b[i] ?? null];
}

/** Plain values in an input that are not off, none or zero by default. */
function said(value: unknown): number {
  const plain = [...JSON.stringify(value).matchAll(/:("[^"]*"|-?\d+|true|false|null)/g)];
  return plain.filter(([, text]) => text !== 'false' && text !== '0').length;
}

const flag = fc.boolean();
const faults: fc.Arbitrary<FaultInput> = fc.record({
  vma: fc.record({ vmPfnmap: flag, vmMixedmap: flag, attrIndx: fc.constantFrom(0, 2, 4) }),
  access: fc.constantFrom('read', 'write', 'exec'),
  fwb: flag,
  dic: flag,
  pfnIsMapMemory: flag,
  permissionFault: flag,
  dirtyLogging: flag,
  vmHasMte: flag,
  mapWritable: flag,
}) as never;

describe('the cause of a difference', () => {
  const decided = fc
    .tuple(faults, fc.constantFrom(...PAIRS))
    .map(([input, [a, b]]) => [handleFault(a, input), handleFault(b, input)] as const);

  it('is the step that decided, where the verdicts differ', () => {
    fc.assert(
      fc.property(decided, ([a, b]) => {
        fc.pre(a.verdict !== b.verdict);
        const cause = causeOf(a, b);
        expect([cause.a, cause.b]).toEqual([a.because.at(-1), b.because.at(-1)]);
        expect([cause.a?.decides, cause.b?.decides]).toEqual([true, true]);
      }),
    );
  });

  it('is the first step at which the ways part, where the verdicts are the same', () => {
    fc.assert(
      fc.property(decided, ([a, b]) => {
        fc.pre(a.verdict === b.verdict);
        const cause = causeOf(a, b);
        expect([cause.a, cause.b]).toEqual(parted(a.because, b.because));
      }),
      { numRuns: 300 },
    );
  });

  it('is where one way ends before the other, and nothing where they are the same', () => {
    const whole = handleFault('v7.3', { fwb: true, dic: true, access: 'read', vma: {} });
    for (let length = 0; length < whole.because.length; length++) {
      const cut: Decision = { ...whole, because: whole.because.slice(0, length) };
      const next = whole.because[length];
      expect(causeOf(cut, whole)).toEqual({ a: null, b: next });
      expect(causeOf(whole, cut)).toEqual({ a: next, b: null });
    }
    expect(causeOf(whole, whole)).toEqual({ a: null, b: null });
  });

  it('counts another answer to the same check', () => {
    const whole = handleFault('v7.3', { fwb: true, dic: true, access: 'read', vma: {} });
    whole.because.forEach((step, at) => {
      const other = { ...step, answer: `not ${String(step.answer)}` };
      const changed: Decision = { ...whole, because: whole.because.with(at, other) };
      expect(causeOf(whole, changed)).toEqual({ a: step, b: other });
    });
  });

  it('is nothing for a decision without a step that decides', () => {
    const a = handleFault('v7.3', { fwb: true, dic: true, access: 'read', vma: {} });
    const b: Decision = { ...a, verdict: 'fails', because: [] };
    expect(causeOf(a, b)).toEqual({ a: a.because.at(-1), b: null });
  });
});

describe('the example of a group', () => {
  const [a, b] = (['v6.16', 'v6.17'] as const).map((kernel) =>
    handleFault(kernel, { vma: { vmPfnmap: true }, fwb: true, dic: true, access: 'exec' }),
  ) as [Decision, Decision];
  const kept = (...inputs: readonly object[]) => {
    const groups = new DifferenceGroups();
    for (const input of inputs) groups.add({ input: input as never, a, b });
    const [group, ...rest] = groups.list();
    expect([group?.count, rest]).toEqual([inputs.length, []]);
    return group?.example.input;
  };

  it.each<[less: object, more: object]>([
    [{}, { x: true }],
    [{ x: false }, { x: true }],
    [{ x: false }, { x: null }],
    [{ x: 0 }, { x: 1 }],
    [{ x: 0 }, { x: 'read' }],
    [{ x: false, y: 0 }, { x: 'read' }],
    [{ x: true }, { x: true, y: true }],
    [{ x: true }, { x: 2, y: null }],
    [{ v: { x: false } }, { v: { x: true } }],
    [{ v: { x: true } }, { v: { x: true, y: 1 } }],
    [{ v: [{ x: true }] }, { v: [{ x: true }, { x: true }] }],
    [{ v: [{}], x: true }, { v: [{ x: true, y: true }] }],
  ])('%o says less than %o', (less, more) => {
    expect(kept(less, more)).toEqual(less);
    expect(kept(more, less)).toEqual(less);
    expect(kept(more, less, more)).toEqual(less);
  });

  it('is the first of those that say as little', () => {
    expect(kept({ x: true }, { y: true })).toEqual({ x: true });
    expect(kept({ x: 1, y: 1 }, { x: 'read' }, { y: null })).toEqual({ x: 'read' });
  });

  it('brings its own answers and its own cause', () => {
    const groups = new DifferenceGroups();
    const steps = a.because.map((step) => ({ ...step, inputs: { more: 1 } }));
    const other: Decision = { ...a, because: steps };
    groups.add({ input: { x: true }, a, b });
    groups.add({ input: {}, a: other, b });
    const [group] = groups.list();
    expect(group?.example).toEqual({ input: {}, a: other, b });
    expect(group?.cause).toEqual(causeOf(other, b));
  });

  it('is for one way of answering: other answers are another group', () => {
    const groups = new DifferenceGroups();
    const answers = [a, { ...a, errno: 'EIO' }, { ...a, verdict: 'retry' }] as readonly Decision[];
    for (const one of answers) groups.add({ input: {}, a: one, b });
    for (const one of answers) groups.add({ input: {}, a: b, b: one });
    groups.add({ input: {}, a: b, b: a });
    const bare: Decision = { ...a, because: [] };
    groups.add({ input: {}, a: bare, b });
    groups.add({ input: {}, a: b, b: bare });
    expect(groups.list().map(({ count }) => count)).toEqual([2, 1, 1, 1, 1, 1, 1, 1]);
    expect(groups.list()[0]?.example).toEqual({ input: {}, a: b, b: a });
  });
});

describe.each<Question>(['checkExtension', 'memslotChange', 'pkvmMap', 'stage2Attributes'])(
  'what changed in %s',
  (question) => {
    const rows = (kernel: Kernel) =>
      new Map(
        [...wholeTable(question, kernel).rows].map(({ input, decision }) => [
          JSON.stringify(input),
          decision,
        ]),
      );

    it.each([
      ['v6.16', 'v6.17'],
      ['v6.17', 'v7.3'],
      ['v7.3', 'v6.17'],
    ] as const)('from %s to %s is what the two tables say', (a, b) => {
      const [before, now] = [rows(a), rows(b)];
      const both = [...before.keys()].filter((input) => now.has(input));
      const diff = diffKernels(question, a, b);
      expect([diff.compared, diff.onlyA, diff.onlyB]).toEqual([
        both.length,
        before.size - both.length,
        now.size - both.length,
      ]);

      const left = new Map<string, string[]>();
      for (const input of both) {
        const [x, y] = [before.get(input), now.get(input)] as [Decision, Decision];
        if (sameAnswer(x, y)) continue;
        const cause = causeOf(x, y);
        const key = JSON.stringify([
          [x.verdict, x.errno, cause.a?.check],
          [y.verdict, y.errno, cause.b?.check],
        ]);
        left.set(key, [...(left.get(key) ?? []), input]);
      }
      const groups = [...left.values()].toSorted((one, two) => two.length - one.length);
      expect(diff.differences.map(({ count }) => count)).toEqual(groups.map((g) => g.length));
      for (const { example, count } of diff.differences) {
        const group = groups.find((g) => g.includes(JSON.stringify(example.input)));
        expect(group?.length).toBe(count);
        const least = Math.min(...(group ?? []).map((input) => said(JSON.parse(input))));
        expect(said(example.input)).toBe(least);
      }
    });
  },
);

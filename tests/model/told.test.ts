import { describe, expect, it } from 'vitest';
import {
  checkExtension,
  coverage,
  diffInWords,
  diffKernels,
  flipsInWords,
  handleFault,
  QUESTIONS,
  wholeTable,
  type Change,
  type Difference,
  type Flip,
  type KernelDiff,
} from 'stage-two';

const page = { vma: { vmPfnmap: true }, fwb: true, dic: true, access: 'read' } as const;
const mapped = () => handleFault('v7.3', page);
const fails = () => handleFault('v7.3', { ...page, dic: false });

describe('flips in words', () => {
  const flip = (changes: readonly Change[], decision = mapped()): Flip => ({ changes, decision });
  const attr = (to: number) => ({ field: 'vma.attrIndx', from: 0, to });
  const dic = { field: 'dic', from: false, to: true };

  it('share a line where one field alone gives the same answer', () => {
    expect(flipsInWords([flip([attr(2)]), flip([dic]), flip([attr(3)]), flip([attr(4)])])).toEqual([
      'vma.attrIndx 2, 3 or 4 instead of 0: mapped, WB',
      'dic true instead of false: mapped, WB',
    ]);
    expect(flipsInWords([flip([attr(2)]), flip([attr(3)])])).toEqual([
      'vma.attrIndx 2 or 3 instead of 0: mapped, WB',
    ]);
    expect(flipsInWords([flip([attr(2)]), flip([attr(3)], fails())])).toEqual([
      'vma.attrIndx 2 instead of 0: mapped, WB',
      'vma.attrIndx 3 instead of 0: fails at the fault, EFAULT',
    ]);
  });

  it('name every change of a pair', () => {
    expect(flipsInWords([flip([attr(2), dic])])).toEqual([
      'vma.attrIndx 2 instead of 0 and dic true instead of false: mapped, WB',
    ]);
    expect(flipsInWords([flip([attr(2), dic]), flip([attr(3), dic])])).toEqual([
      'vma.attrIndx 2 instead of 0 and dic true instead of false; or ' +
        'vma.attrIndx 3 instead of 0 and dic true instead of false: mapped, WB',
    ]);
  });

  it('say none for what is not there', () => {
    const change = (from: string | null, to: string | null) => ({ field: 'vma', from, to });
    expect(flipsInWords([flip([change('given', null)])])).toEqual([
      'vma none instead of given: mapped, WB',
    ]);
    expect(flipsInWords([flip([change(null, 'plain')])])).toEqual([
      'vma plain instead of none: mapped, WB',
    ]);
    expect(flipsInWords([])).toEqual([]);
  });
});

describe('a difference in words', () => {
  const diff = (changes: Partial<KernelDiff>): KernelDiff => ({
    question: 'handleFault',
    compared: 5,
    onlyA: 0,
    onlyB: 0,
    fixed: [],
    differences: [],
    ...changes,
  });
  const last = (decision: ReturnType<typeof mapped>) => decision.because.at(-1) ?? null;
  const difference = (input: object, cause?: Difference['cause']): Difference => ({
    cause: cause ?? { a: last(mapped()), b: last(fails()) },
    count: 2,
    example: { input: input as never, a: mapped(), b: fails() },
  });
  const example = (input: object) => diffInWords(diff({ differences: [difference(input)] })).at(-1);

  it('counts the inputs, and those that one kernel alone has', () => {
    const head = (changes: Partial<KernelDiff>) => diffInWords(diff(changes))[0];
    const title = 'stage-2 fault (handleFault): ';
    expect(head({})).toBe(`${title}no difference on 5 inputs`);
    expect(head({ compared: 1 })).toBe(`${title}no difference on 1 input`);
    expect(head({ onlyA: 3 })).toBe(
      `${title}no difference on 5 inputs; 3 more only in the first kernel`,
    );
    expect(head({ onlyA: 1, onlyB: 2, differences: [difference({}), difference({})] })).toBe(
      `${title}4 of 5 inputs differ; 1 more only in the first kernel; 2 more only in the second kernel`,
    );
  });

  it('tells both answers with the check that makes them', () => {
    const [, before, now] = diffInWords(diff({ differences: [difference({})] }));
    expect(before).toMatch(/^ {2}2 x {2}mapped, WB, by \S.* \S+$/);
    expect(now).toBe('     now: fails at the fault, EFAULT, by kvm_supports_cacheable_pfnmap() no');
    const bare = difference({}, { a: null, b: null });
    expect(diffInWords(diff({ differences: [bare] })).slice(1, 3)).toEqual([
      '  2 x  mapped, WB',
      '     now: fails at the fault, EFAULT',
    ]);
  });

  it('says what the example says beside defaults', () => {
    expect(example({})).toBe('     such as: every field at its default');
    expect(example({ fwb: false, count: 0, vma: { attrIndx: 0 } })).toBe(
      '     such as: every field at its default',
    );
    expect(example({ fwb: true, access: 'read', vma: { vmPfnmap: true, attrIndx: 2 } })).toBe(
      '     such as: fwb, access read, vma.vmPfnmap, vma.attrIndx 2',
    );
    expect(example({ vmas: [{ vmPfnmap: true }, { end: 4 }], vma: null })).toBe(
      '     such as: vmas[0].vmPfnmap, vmas[1].end 4, vma none',
    );
  });
});

describe('the tables of a question', () => {
  it('say which question and which kernel they answer', () => {
    const table = wholeTable('checkExtension', 'v6.17');
    expect({ ...table, rows: null }).toEqual({
      question: 'checkExtension',
      kernel: 'v6.17',
      inputs: 64,
      fixed: [],
      rows: null,
    });
    expect(diffKernels('checkExtension', 'v6.17', 'v7.3')).toMatchObject({
      question: 'checkExtension',
      compared: 64,
      onlyA: 0,
      onlyB: 0,
      fixed: [],
    });
  });

  const none = { question: null, kernel: null, inputs: 0, fixed: [], rows: [] };
  const tables = [
    (question: unknown) => wholeTable(question as never, 'v7.3'),
    (question: unknown) => diffKernels(question as never, 'v7.3', 'v7.3'),
    (question: unknown) => coverage(question as never, []),
  ];

  it.each<[string, object]>([
    [
      'handleNothing',
      {
        code: 'unknown-question',
        received: 'question = "handleNothing" (a string)',
        expected: `one of ${Object.keys(QUESTIONS).join(', ')}`,
        example: "'checkExtension'",
        remedy: 'Ask one of these.',
      },
    ],
    [
      'vmaPageShift',
      {
        code: 'not-finite',
        received: 'question = "vmaPageShift" (a string)',
        expected: 'a question whose fields have few values; vmStart has no end',
        example: "'checkExtension'",
        remedy: 'Ask with the inputs that you care about, one by one.',
      },
    ],
    ['handleGuestAbort', { code: 'not-finite' }],
  ])('are not there for %s', (question, error) => {
    for (const table of tables) {
      const answer = table(question);
      expect(answer.error).toMatchObject(error);
      expect(answer.question).toBeNull();
    }
    expect(wholeTable(question as never, 'v7.3')).toMatchObject(none);
    expect(coverage(question as never, [])).toMatchObject({
      rows: { reached: 0, of: 0 },
      rules: [],
      refused: 0,
      beside: 0,
    });
    expect(diffKernels(question as never, 'v7.3', 'v7.3')).toMatchObject({
      compared: 0,
      onlyA: 0,
      onlyB: 0,
      fixed: [],
      differences: [],
    });
  });

  it('name the limit and the size where there are too many inputs', () => {
    expect(wholeTable('handleGuestAbort', 'v7.3').error?.expected).toMatch(
      /^a question (of at most 2500000 inputs; this one has \d{7,}|whose fields)/,
    );
  });

  it('count the runs of each answer of each check, by kernel', () => {
    const run = (kernel: 'v6.16' | 'v6.17', fwb: boolean) => ({
      kernel,
      input: { fwb, dic: true },
    });
    const { rows, rules, refused, beside } = coverage('checkExtension', [
      run('v6.17', true),
      run('v6.17', true),
      run('v6.17', false),
      run('v6.16', false),
      { kernel: 'v6.17', input: { fwb: 'x' } },
      { kernel: 'v6.17', input: { fwb: 7 } },
    ]);
    expect([rows, refused, beside]).toEqual([{ reached: 3, of: 128 }, 2, 0]);
    const runs = (kernel: string, answer: boolean) =>
      rules.find(
        (rule) =>
          rule.kernel === kernel &&
          rule.check === 'kvm_supports_cacheable_pfnmap()' &&
          rule.answer === answer,
      );
    expect(runs('v6.17', true)).toMatchObject({ runs: 2 });
    expect(runs('v6.17', false)).toMatchObject({ runs: 1 });
    expect(runs('v6.16', false)).toBeUndefined();
    expect([...new Set(rules.map(({ kernel }) => kernel))]).toEqual(['v6.16', 'v6.17']);
    for (const rule of rules) {
      const steps = checkExtension(rule.kernel, { fwb: true, dic: true, vmFd: true }).because;
      expect(rule.in).toBe(steps[0]?.in);
      expect(Object.keys(rule).sort()).toEqual(['answer', 'check', 'in', 'kernel', 'runs']);
    }
  });
});

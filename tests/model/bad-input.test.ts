import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  combineStages,
  decodeMairAttr,
  decodeShareability,
  decodeStage2MemAttr,
  describe as describeValue,
  explain,
  handleFault,
  KERNELS,
  memoryName,
  nearestFlips,
  prepareMemoryRegion,
  QUESTIONS,
  renderText,
  type Decision,
  type ModelError,
  type Question,
} from 'stage-two';
import { answer, asked } from './support/inputs.ts';

const questions = Object.keys(QUESTIONS) as Question[];
const PARTS = ['code', 'received', 'expected', 'example', 'remedy'];

/** An error that helps: every part is a text of one line. */
function expectHelpful(error: ModelError | undefined): void {
  const parts = Object.keys(error ?? {}).filter((part) => part !== 'nearest');
  expect(parts.sort()).toEqual([...PARTS].sort());
  for (const part of Object.values(error ?? {})) expect(part).toMatch(/^[^\n]+$/);
}

/** An answer that says nothing. */
function expectEmpty(decision: Decision): void {
  expect(decision).toMatchObject({ ret: null, errno: null, because: [] });
}

/** Values that are no input of anything, and objects that come close to one. */
const garbage = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
  }),
  asked
    .map(({ input }) => input)
    .chain((input) =>
      fc
        .tuple(fc.constantFrom(...Object.keys(input), 'wrong'), fc.anything({ withBigInt: true }))
        .map(([key, value]) => ({ ...input, [key]: value })),
    ),
);

describe('garbage', () => {
  it.each(questions)('%s gives a value: an answer, or an error that helps', (question) => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom('v6.16', 'v6.17', 'v7.3'), fc.anything()),
        garbage,
        (kernel, input) => {
          const decision = answer(question, kernel, input);
          // An error quotes what was received, NaN included; nothing else may hold it.
          expect(JSON.stringify({ ...decision, error: null })).not.toContain('NaN');
          expect(decision.verdict === 'invalid').toBe(decision.error !== undefined);
          if (!decision.error) return;
          expectHelpful(decision.error);
          expectEmpty(decision);
        },
      ),
    );
  });

  it('never stops a decoder, the combining, or a renderer', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true }), fc.anything(), (a, b) => {
        const values = [
          decodeMairAttr(a as never, b as never),
          decodeStage2MemAttr(a as never, b as never),
          decodeShareability(a as never),
          combineStages(a as never),
          combineStages({ s1: a, s2: b, fwb: true } as never),
        ];
        for (const value of values) {
          expect(JSON.stringify(value)).not.toContain('NaN');
          if ('error' in value) expectHelpful(value.error);
        }
        expect(typeof renderText(a)).toBe('string');
        expect(describeValue(b)).toHaveProperty('kind');
        memoryName(a as never);
      }),
    );
  });

  it('that looks like an answer does not stop a renderer', () => {
    const keys = [
      'question',
      'because',
      'kind',
      'device',
      'shareability',
      'xs',
      'mapping',
      'changes',
      'decision',
    ];
    const known = fc.constantFrom('handleFault', 'combined', 'mair', 'stage2', 'shareability');
    const lookalike = fc.dictionary(fc.constantFrom(...keys), fc.oneof(known, fc.anything()));
    fc.assert(
      fc.property(lookalike, (value) => {
        expect(typeof renderText(value)).toBe('string');
        expect(typeof renderText([value])).toBe('string');
        expect(Array.isArray(explain(value as never))).toBe(true);
      }),
    );
  });

  it('that throws while it is read is an unreadable input', () => {
    const trap = {
      get fwb(): boolean {
        throw new Error('trap');
      },
    };
    expect(handleFault('v7.3', trap as never).error?.code).toBe('unreadable');
    expect(combineStages(trap as never).type).toBe('invalid');
    expect(renderText(trap)).toBe('a value that cannot be read');
  });

  it('has no flips', () => {
    expect(nearestFlips('handleFault', 'v7.3', null as never)).toEqual([]);
    expect(nearestFlips('nothing' as never, 'v7.3', {})).toEqual([]);
    expect(nearestFlips('handleFault', 'v9' as never, {})).toEqual([]);
  });
});

describe('inputs that the fields allow', () => {
  it('are refused only where they contradict themselves or the kernel', () => {
    fc.assert(
      fc.property(asked, ({ question, kernel, input }) => {
        const { error } = answer(question, kernel, input);
        expect(['contradiction', 'not-in-kernel', undefined]).toContain(error?.code);
      }),
    );
  });

  it('mean the same with every default written out', () => {
    fc.assert(
      fc.property(asked, ({ question, kernel, input }) => {
        const defaults = QUESTIONS[question].fields.flatMap(({ name, absent }) =>
          typeof absent === 'object' ? [[name, absent.default] as const] : [],
        );
        const full = { ...Object.fromEntries(defaults), ...input };
        expect(answer(question, kernel, full)).toEqual(answer(question, kernel, input));
      }),
    );
  });
});

describe('errors, word for word', () => {
  const fault = { vma: { vmPfnmap: true }, fwb: true, dic: true, access: 'read' } as const;
  const errorOf = (input: unknown) => handleFault('v6.17', input as never).error;

  it('a number for a boolean', () => {
    expect(errorOf({ ...fault, fwb: 1 })).toEqual({
      code: 'wrong-type',
      received: 'fwb = 1 (a number)',
      expected: 'true or false',
      example: 'fwb: true',
      remedy: 'Give fwb as true or false.',
    });
  });

  it('a string for a number, a number outside its field, a name that is none', () => {
    const attrIndx = (value: unknown) => errorOf({ ...fault, vma: { attrIndx: value } })?.code;
    expect([
      attrIndx('0'),
      attrIndx(8),
      attrIndx(-1),
      attrIndx(0.5),
      attrIndx(NaN),
      attrIndx(null),
    ]).toEqual([
      'unknown-choice',
      'out-of-range',
      'out-of-range',
      'out-of-range',
      'out-of-range',
      'wrong-type',
    ]);
    expect(errorOf({ ...fault, vma: { attrIndx: 8 } })?.received).toBe(
      'vma.attrIndx = 8 (a number)',
    );
  });

  it('a field that is missing, misspelt, or of another kernel', () => {
    expect(errorOf({ ...fault, access: undefined })?.code).toBe('missing-field');
    expect(errorOf({ ...fault, DirtyLogging: true })).toMatchObject({
      code: 'unknown-field',
      example: 'dirtyLogging',
    });
    expect(errorOf({ ...fault, exclAtomicFault: true })?.code).toBe('not-in-kernel');
    expect(errorOf({ ...fault, access: 'write', mapWritable: false })?.code).toBe('contradiction');
    expect(errorOf([])?.code).toBe('not-an-object');
  });

  it('a kernel that the model does not know', () => {
    for (const kernel of ['v6.71', '', null, undefined, 6.17, 'constructor', '__proto__', {}]) {
      const { error, kernel: named } = handleFault(kernel as never, fault);
      expect([error?.code, named]).toEqual(['unknown-kernel', null]);
    }
  });

  it.each<[Question, object]>([
    ['handleFault', { ...fault, exclAtomicFault: true }],
    ['handleFault', { ...fault, nested: { exec: 'EL0' }, xnx: true }],
    ['prepareMemoryRegion', { vmas: [], fwb: true, dic: true, guestMemfd: 'gmemOnly' }],
    ['prepareMemoryRegion', { vmas: [], fwb: true, dic: true, protectedVm: 'created' }],
    ['handleGuestMemfdFault', { fwb: true, dic: true, access: 'read' }],
    ['handleProtectedFault', { fwb: true }],
    ['handleGuestAbort', { ...fault, memslot: 'guestMemfd' }],
    ['handleGuestAbort', { ...fault, protectedVm: true }],
    ['stage2Attributes', { fwb: true, exec: 'EL1' }],
    ['cacheMaintenance', { event: 'map', fwb: true, dic: true, newExec: 'EL0' }],
  ])('what %s knows of another kernel: the remedy names one that takes %o', (question, input) => {
    const { error } = answer(question, 'v6.16', input);
    expect(error?.code).toBe('not-in-kernel');
    const [, named = ''] = /^Ask about (v\S+?)(?:, or .*)?\.$/.exec(error?.remedy ?? '') ?? [];
    expect(KERNELS).toContain(named);
    expect(answer(question, named, input).error).toBeUndefined();
  });

  it('ranges of a walk that do not fit together', () => {
    const slot = { start: 2, end: 6 };
    const codes = [
      { vmas: [{ start: 0, end: 3 }] },
      { vmas: [{ start: 3, end: 3 }], slot },
      {
        vmas: [
          { start: 0, end: 4 },
          { start: 3, end: 5 },
        ],
        slot,
      },
      { vmas: [{ start: 0, end: 4 }, {}], slot },
      { vmas: [], slot: { start: 6, end: 2 } },
    ].map((input) => prepareMemoryRegion('v7.3', { fwb: true, dic: true, ...input }).error?.code);
    expect(new Set(codes)).toEqual(new Set(['contradiction']));
  });

  it('a number outside an architectural field', () => {
    expect(decodeMairAttr(256).error?.code).toBe('out-of-range');
    expect(decodeMairAttr('255' as never).error?.code).toBe('wrong-type');
    expect(decodeStage2MemAttr(16, { fwb: true }).error?.code).toBe('out-of-range');
    expect(decodeStage2MemAttr(0, {} as never).error?.code).toBe('missing-field');
    const combined = combineStages({ s1: { attr: 0, sh: 4 }, s2: { memAttr: 0 }, fwb: true });
    expect(combined.error).toMatchObject({
      code: 'out-of-range',
      received: 's1.sh = 4 (a number)',
    });
  });
});

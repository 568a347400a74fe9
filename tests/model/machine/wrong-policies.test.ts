import { describe, expect, it } from 'vitest';
import {
  explore,
  handleFault,
  isCached,
  prepareMemoryRegion,
  situation,
  verdicts,
  type Policy,
  type Setup,
} from '../../../src/model/index.ts';

const NONE = { fwb: false, dic: false };
const BOTH = { fwb: true, dic: true };
const ok: Policy = { name: 'mine', onMemslot: () => 'accepted', onFault: () => 'normal' };
const setupOf = (policy: object, host = BOTH) =>
  situation({ policy: { ...ok, ...policy } as Policy, host });
const errorOf = (policy: object) => {
  const setup = setupOf(policy);
  if ('code' in setup) return setup;
  throw new Error('no error');
};

/** The function that an example writes down. */
const written = (example: string) => new Function(`return ${example}`)() as () => never;

describe('what a policy may answer', () => {
  const fault = handleFault('v7.3', { vma: { vmPfnmap: true }, ...BOTH, access: 'read' });

  it.each<[string, object, Partial<Setup>]>([
    ['accepted', { onMemslot: () => 'accepted' }, { slot: 'accepted', mapped: 'normal' }],
    ['an errno', { onMemslot: () => 'EPERM' }, { slot: 'EPERM', fault: null, mapped: null }],
    [
      'a decision that accepts',
      { onMemslot: () => prepareMemoryRegion('v7.3', { vmas: [{}], ...BOTH }) },
      { slot: 'accepted' },
    ],
    [
      'a decision that refuses',
      { onMemslot: () => prepareMemoryRegion('v7.3', { vmas: [{ vmPfnmap: true }], ...NONE }) },
      { slot: 'EINVAL', mapped: null },
    ],
    ['device', { onFault: () => 'device' }, { mapped: 'device', executable: false }],
    ['normal-nc', { onFault: () => 'normal-nc' }, { mapped: 'normal-nc', executable: false }],
    ['normal', { onFault: () => 'normal' }, { mapped: 'normal', executable: true, cleans: false }],
    ['an errno at the fault', { onFault: () => 'EFAULT' }, { fault: 'EFAULT', mapped: null }],
    ['a decision that maps', { onFault: () => fault }, { mapped: 'normal' }],
    ['a map', { onFault: () => ({ map: 'device' }) }, { mapped: 'device', cleans: false }],
    [
      'ENOEXEC for a fetch',
      {
        onFault: ({ access }: { access: string }) => (access === 'exec' ? 'ENOEXEC' : 'normal'),
      },
      { mapped: 'normal', executable: false },
    ],
  ])('%s', (_what, policy, wanted) => expect(setupOf(policy)).toMatchObject(wanted));

  it('is maintained as KVM maintains memory with an address: data without FWB, fetches without DIC', () => {
    const onFault = () => ({ map: 'normal', maintain: true });
    for (const fwb of [false, true])
      for (const dic of [false, true])
        expect(setupOf({ onFault }, { fwb, dic })).toMatchObject({
          cleans: !fwb,
          invalidatesI: !dic,
        });
  });

  it.each(['device', 'normal-nc'])(
    'is cleaned as %s on every host, FWB too: B is not forced',
    (map) => {
      const onFault = () => ({ map, maintain: true });
      for (const fwb of [false, true])
        for (const dic of [false, true])
          expect(setupOf({ onFault }, { fwb, dic })).toMatchObject({
            cleans: true,
            invalidatesI: false,
            executable: false,
          });
    },
  );

  it('is maintained only where it says so', () => {
    for (const answer of ['normal', fault, { map: 'normal' }])
      expect(setupOf({ onFault: () => answer }, NONE)).toMatchObject({
        mapped: 'normal',
        cleans: false,
        invalidatesI: false,
      });
    const noExec = ({ access }: { access: string }) =>
      access === 'exec' ? 'ENOEXEC' : { map: 'normal', maintain: true };
    expect(setupOf({ onFault: noExec }, NONE)).toMatchObject({
      executable: false,
      cleans: true,
      invalidatesI: false,
    });
  });

  it('loses nothing where the page is never mapped', () => {
    expect(setupOf({ onMemslot: () => 'EPERM' })).toMatchObject({ losesCacheable: false });
    expect(setupOf({ onFault: () => 'device' })).toMatchObject({ losesCacheable: true });
    expect(['WB', 'WT', 'mixed', 'NC', null].map((name) => isCached(name as never))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it.each([
    { question: 'prepareMemoryRegion' },
    { question: 'prepareMemoryRegion', verdict: 'refused' },
    { question: 'prepareMemoryRegion', verdict: 'mapped', errno: 'EINVAL' },
    { verdict: 'accepted' },
    'toString',
    ['EINVAL'],
    null,
    0,
  ])('is not %j at the memslot', (answer) => {
    expect(errorOf({ onMemslot: () => answer }).code).toBe('policy-answer');
  });

  it.each([
    { question: 'handleFault' },
    { question: 'handleFault', mapping: { memType: 'toString' } },
    { question: 'handleFault', mapping: null, errno: 'E' },
    { map: 'wb' },
    { map: 'normal', maintain: 1 },
    'accepted',
    null,
    undefined,
  ])('is not %j at the fault', (answer) => {
    expect(errorOf({ onFault: () => answer }).code).toBe('policy-answer');
  });
});

describe('the error about a policy', () => {
  it.each(['onMemslot', 'onFault'] as const)('that answers nonsense in %s', (part) => {
    const { received, expected, example, remedy } = errorOf({ [part]: () => 'nonsense' });
    expect(received).toMatch(new RegExp(`^${part}\\(\\{.*\\}\\) gave "nonsense"`));
    expect(expected).toContain(part === 'onFault' ? 'handleFault' : 'prepareMemoryRegion');
    for (const word of ['the name of an errno', part === 'onFault' ? "'normal-nc'" : "'accepted'"])
      expect(expected).toContain(word);
    expect('code' in setupOf({ [part]: written(example) })).toBe(false);
    expect(remedy).toBe(`Look at what ${part} does with this input.`);
  });

  it.each(['onMemslot', 'onFault'] as const)('that throws in %s', (part) => {
    const thrown = (value: unknown) =>
      errorOf({
        [part]: () => {
          throw value;
        },
      });
    const { code, received, expected, example } = thrown(new RangeError('far'));
    expect([code, expected]).toEqual([
      'policy-threw',
      errorOf({ [part]: () => 'nonsense' }).expected,
    ]);
    expect(received).toMatch(/ threw RangeError: far$/);
    expect('code' in setupOf({ [part]: written(example) })).toBe(false);
    expect(thrown('x').received).toMatch(/ threw "x" \(a string\)$/);
    expect(thrown(new Error('y'.repeat(900))).received.length).toBeLessThan(400);
    const hostile = new Error('z');
    Object.defineProperty(hostile, 'message', {
      get() {
        throw new Error('late');
      },
    });
    expect(thrown(hostile).received).toMatch(/ threw a value that cannot be read$/);
  });

  it('that maps reads and writes apart names the access that differs', () => {
    const onFault = ({ access }: { access: string }) => (access === 'read' ? 'normal' : 'device');
    const { received, expected, example } = errorOf({ onFault });
    expect(received).toMatch(
      /^onFault\(.*"access":"write"\}\) gave 'device', but 'normal' for a read$/,
    );
    expect(expected).toMatch(/^one answer for reads, writes and fetches; ENOEXEC/);
    expect('code' in setupOf({ onFault: written(example) })).toBe(false);
    const late = ({ access }: { access: string }) => (access === 'exec' ? 'device' : 'normal');
    expect(errorOf({ onFault: late }).received).toMatch(/"access":"exec"\}\) gave 'device'/);
  });
});

describe('the error about a question', () => {
  const base = { policy: ok, host: BOTH, property: 'noLeak' } as const;
  it.each<[string, unknown, object]>([
    ['nothing', null, { code: 'not-an-object', expected: 'an object' }],
    ['a number', 7, { code: 'not-an-object', received: '7 (a number)' }],
    [
      'half a policy',
      { ...base, policy: { onMemslot: () => 'accepted' } },
      { code: 'wrong-type', expected: 'a policy, or the name of one' },
    ],
    [
      'the other half',
      { ...base, policy: { onFault: () => 'normal' } },
      { code: 'wrong-type', example: "'error-on-creation'" },
    ],
    [
      'half a host',
      { ...base, host: { fwb: true } },
      { code: 'wrong-type', expected: 'fwb and dic, true or false' },
    ],
    [
      'the other half of a host',
      { ...base, host: { dic: true } },
      { code: 'wrong-type', example: 'host: { fwb: true, dic: true }' },
    ],
    [
      'a VMA',
      { ...base, vma: 'plain' },
      {
        code: 'unknown-choice',
        received: 'vma = "plain" (a string)',
        expected: "one of 'cacheable', 'normal-nc', 'device'",
      },
    ],
    [
      'a guest',
      { ...base, guestS1: 'wt' },
      {
        code: 'unknown-choice',
        received: 'guestS1 = "wt" (a string)',
        expected: "one of 'wb', 'nc', 'device', 'off'",
        example: "guestS1: 'wb'",
        remedy: "Give one of 'wb', 'nc', 'device', 'off'.",
      },
    ],
  ])('that is %s', (_what, input, wanted) => {
    const { error, ...rest } = explore(input as never);
    expect(error).toMatchObject(wanted);
    expect(error?.remedy).toMatch(/^[A-Z].*\.$/);
    expect(error?.example).toMatch(/\S/);
    expect(rest).toEqual({ property: null, holds: null, states: 0, transitions: 0 });
  });

  it('keeps the property where it is the machine that is wrong', () => {
    const machine = () => ({ bits: 0, start: [], rules: [], properties: [] });
    const { error, ...rest } = explore({ ...base, machine });
    expect(error?.code).toBe('bad-machine');
    expect(rest).toEqual({ property: 'noLeak', holds: null, states: 0, transitions: 0 });
    const { rows, errors } = verdicts([ok], machine);
    expect([rows, new Set(errors.map(({ code }) => code))]).toEqual([[], new Set(['bad-machine'])]);
  });
});

import { describe, expect, it } from 'vitest';
import { explore, type Policy } from '../../../src/model/index.ts';

const FWB = { fwb: true, dic: false };

describe('a policy of a reader', () => {
  const ok: Policy = { name: 'mine', onMemslot: () => 'accepted', onFault: () => 'normal' };
  const ask = (policy: unknown) =>
    explore({ policy: policy as Policy, host: FWB, property: 'noLeak' });

  it('may answer in words', () => {
    expect(ask(ok)).toMatchObject({ holds: true });
    expect(ask({ ...ok, onFault: () => 'device' })).toMatchObject({ holds: false });
    expect(ask({ ...ok, onMemslot: () => 'EPERM' })).toMatchObject({ holds: null });
    expect(ask({ ...ok, onFault: () => ({ map: 'normal', maintain: true }) }).holds).toBe(true);
  });

  it('is asked about the input of the kernel', () => {
    const asked: unknown[] = [];
    ask({ ...ok, onFault: (input: unknown) => (asked.push(input), 'normal') });
    expect(asked).toMatchObject([
      { vma: { vmPfnmap: true, attrIndx: 'MT_NORMAL' }, fwb: true, dic: false, access: 'read' },
      { access: 'write' },
      { access: 'exec' },
    ]);
  });

  it.each<[string, unknown, string, RegExp]>([
    [
      'throws',
      {
        ...ok,
        onFault: () => {
          throw new TypeError('no');
        },
      },
      'policy-threw',
      /^onFault\(\{.*"access":"read"\}\) threw TypeError: no/,
    ],
    ['answers nothing', { ...ok, onMemslot: () => undefined }, 'policy-answer', /gave nothing$/],
    ['answers nonsense', { ...ok, onFault: () => 'maybe' }, 'policy-answer', /gave "maybe"/],
    ['answers a promise', { ...ok, onFault: async () => 'normal' }, 'policy-answer', /an object$/],
    [
      'answers with a getter that throws',
      {
        ...ok,
        onFault: () => ({
          get map() {
            throw new Error('late');
          },
        }),
      },
      'policy-threw',
      /late/,
    ],
    [
      'answers a read and a write apart',
      {
        ...ok,
        onFault: ({ access }: { access: string }) => (access === 'write' ? 'device' : 'normal'),
      },
      'policy-answer',
      /"access":"write"\}\) gave 'device', but 'normal' for a read/,
    ],
    ['has no functions', { name: 'x' }, 'wrong-type', /policy/],
    ['is nothing', null, 'wrong-type', /policy/],
    ['looks like an error', { code: 'mine', received: 'x' }, 'wrong-type', /policy/],
    [
      'throws when it is looked at',
      {
        get onMemslot() {
          throw new Error('early');
        },
      },
      'wrong-type',
      /policy/,
    ],
    ['is a name that nobody knows', 'best-policy', 'unknown-choice', /best-policy/],
  ])('that %s gives an error that names the input', (_what, policy, code, text) => {
    const { holds, error } = ask(policy);
    expect([holds, error?.code]).toEqual([null, code]);
    expect(error?.received).toMatch(text);
  });

  it('may change the input that it is given without harm', () => {
    const vandal: Policy = {
      ...ok,
      onFault: (input) => (Object.assign(input, { fwb: 'x', vma: null }), 'normal'),
    };
    expect(ask(vandal).holds).toBe(ask(ok).holds);
  });

  it.each([
    ['property', { property: 'noBugs' }],
    ['vma', { vma: 'plain' }],
    ['guestS1', { guestS1: 'wt' }],
    ['host', { host: null }],
  ])('meets an error for a wrong %s', (place, wrong) => {
    const input = { policy: ok, host: FWB, property: 'noLeak', ...wrong };
    expect(explore(input as never).error?.received).toContain(place);
  });
});

import { describe, expect, it } from 'vitest';
import {
  explore,
  pageMachine,
  POLICIES,
  policyNamed,
  situation,
  verdicts,
  type Explored,
  type Property,
} from '../../../src/model/index.ts';
import { SOURCES } from './support/sources.ts';

const KNOWN = new Set(SOURCES.map(({ id }) => id));

const NONE = { fwb: false, dic: false };
const FWB = { fwb: true, dic: false };
const DIC = { fwb: false, dic: true };
const BOTH = { fwb: true, dic: true };

const holdsIn = (
  policy: string,
  host: typeof NONE,
  property: Property,
  guestS1: 'wb' | 'nc' | 'device' | 'off' = 'wb',
): Explored['holds'] => explore({ policy, host, guestS1, property }).holds;

describe('what the debate says', () => {
  it('the fallback leaks what A left, on every host (V3-JGG3, C3)', () => {
    for (const host of [NONE, FWB, DIC, BOTH])
      expect(holdsIn('fallback-to-device', host, 'noLeak')).toBe(false);
  });

  it('the leak takes six steps: the zeros stay in the cache, B reads memory (V3-JGG3)', () => {
    const { trace } = explore({ policy: 'fallback-to-device', host: NONE, property: 'noLeak' });
    expect(trace?.map((step) => step.move)).toEqual([
      'a-secret-in-memory',
      'a-goes',
      'owner-scrubs',
      'memslot',
      'fault',
      'b-reads',
    ]);
    expect(trace?.at(-1)?.state).toMatchObject({
      memory: 'secret',
      dcache: { value: 'zeros', dirty: true },
      tenantB: { data: 'Device-nGnRE' },
    });
  });

  it('the fallback downgrades a guest that asks for Write-Back (V3-MAZ2)', () => {
    expect(holdsIn('fallback-to-device', BOTH, 'keepsCacheable')).toBe(false);
    expect(holdsIn('fallback-to-device', BOTH, 'keepsCacheable', 'nc')).toBe(true);
  });

  it('the landed policy keeps everything with FWB and DIC, and maps nothing else', () => {
    const rows = verdicts().rows.filter((r) => r.policy === 'error-on-creation');
    for (const row of rows.filter((r) => r.vma === 'cacheable')) {
      const { slot, fault, noLeak, coherent, noStaleFetch, keepsCacheable } = row;
      const all = [slot, fault, noLeak, coherent, noStaleFetch, keepsCacheable];
      const mapped = ['accepted', 'normal', true, true, true, true];
      const refused = ['EINVAL', null, null, null, null, null];
      expect(all).toEqual(row.fwb && row.dic ? mapped : refused);
      expect(row.noLateFailure).toBe(true);
    }
  });

  it('FWB alone leaves the instruction cache as it was (V3-CAT10, V3-JGG14, H-DIC)', () => {
    expect(holdsIn('fwb-only', FWB, 'noStaleFetch')).toBe(false);
    expect(holdsIn('fwb-only', FWB, 'coherent')).toBe(true);
    expect(holdsIn('fwb-only', BOTH, 'noStaleFetch')).toBe(true);
  });

  it('the check at the fault alone accepts a slot that fails later (V3-MAZ6)', () => {
    expect(holdsIn('error-at-fault-only', NONE, 'noLateFailure')).toBe(false);
    expect(holdsIn('error-at-fault-only', NONE, 'noLeak')).toBeNull();
  });

  it.each(['nc', 'device', 'off'] as const)(
    'without FWB a guest that is %s reads past the cache (V3-SEAN3)',
    (guestS1) => {
      expect(holdsIn('cacheable-unchecked', DIC, 'coherent', guestS1)).toBe(false);
      expect(holdsIn('cacheable-unchecked', DIC, 'noLeak', guestS1)).toBe(false);
      expect(holdsIn('cacheable-unchecked', BOTH, 'coherent', guestS1)).toBe(true);
    },
  );

  it('cleaning at the fault stops the leak, but not what comes after it', () => {
    expect(holdsIn('cacheable-with-cmos', NONE, 'noLeak', 'nc')).toBe(true);
    expect(holdsIn('cacheable-with-cmos', NONE, 'noStaleFetch', 'wb')).toBe(true);
    expect(holdsIn('cacheable-with-cmos', NONE, 'coherent', 'nc')).toBe(false);
    expect(holdsIn('cacheable-with-cmos', NONE, 'coherent', 'wb')).toBe(true);
  });

  it('v3 asks at the fault for FWB alone, and the answer is EINVAL (V3-1)', () => {
    const asked = (host: typeof NONE) => situation({ policy: 'error-at-fault-only', host });
    expect(asked(NONE)).toMatchObject({ slot: 'accepted', fault: 'EINVAL', mapped: null });
    expect(asked(FWB)).toMatchObject({ slot: 'accepted', fault: 'normal' });
    expect(holdsIn('error-at-fault-only', FWB, 'noStaleFetch')).toBe(false);
  });

  it('a slot without the posted flag is refused on the best host too (V4-4, V6-4)', () => {
    for (const host of [NONE, FWB, DIC, BOTH])
      expect(situation({ policy: 'memslot-flag:unset', host })).toMatchObject({ slot: 'EINVAL' });
    expect(situation({ policy: 'memslot-flag:set', host: FWB })).toMatchObject({ slot: 'EINVAL' });
    expect(holdsIn('memslot-flag:set', BOTH, 'noLeak')).toBe(true);
  });

  it('a slot that does not ask, by the idea of 18 March, falls back and leaks (V3-MAZ5, V3-JGG3)', () => {
    expect(holdsIn('flag-or-device:unset', BOTH, 'noLeak')).toBe(false);
    expect(holdsIn('flag-or-device:set', BOTH, 'noLeak')).toBe(true);
    // The mails knew FWB only: the instruction cache came on 29 April (V3-CAT10).
    expect(holdsIn('flag-or-device:set', FWB, 'noStaleFetch')).toBe(false);
  });

  it('Device after a clean leaks nowhere, and stays incoherent and Device (V3-OLI4, X-RULE)', () => {
    for (const host of [NONE, FWB, DIC, BOTH])
      for (const s1 of ['wb', 'nc', 'device', 'off'] as const) {
        expect(holdsIn('clean-before-device', host, 'noLeak', s1)).toBe(true);
        expect(holdsIn('clean-before-device', host, 'coherent', s1)).toBe(false);
        expect(holdsIn('clean-before-device', host, 'keepsCacheable', s1)).toBe(s1 !== 'wb');
      }
  });

  it('says where the maintenance works on an address', () => {
    const reason = (policy: string, host: typeof NONE) => {
      const setup = situation({ policy, host });
      if ('code' in setup) throw new Error(setup.received);
      return pageMachine(setup).rules.find(({ name }) => name === 'fault')?.reason;
    };
    expect(reason('clean-before-device', BOTH)).toMatch(/clean works on an address/);
    expect(reason('cacheable-with-cmos', NONE)).toMatch(/clean works on an address/);
    expect(reason('cacheable-with-cmos', FWB)).toMatch(/as a whole.*none/);
    expect(reason('cacheable-with-cmos', BOTH)).not.toMatch(/address/);
  });

  it('a VMA that is not cacheable is mapped alike by all, and nothing leaks (CODE617)', () => {
    for (const row of verdicts().rows.filter((r) => r.vma !== 'cacheable')) {
      const { slot, fault, noLeak, coherent, noStaleFetch } = row;
      expect([slot, fault]).toEqual(['accepted', row.vma]);
      expect([noLeak, coherent, noStaleFetch]).toEqual([true, true, null]);
    }
  });
});

describe('the policies of the debate', () => {
  it('are those that the design names', () => {
    expect(POLICIES.map(({ name }) => name)).toEqual([
      'fallback-to-device',
      'error-on-creation',
      'fwb-only',
      'error-at-fault-only',
      'cacheable-unchecked',
      'cacheable-with-cmos',
      'opt-in-fallback:error',
      'opt-in-fallback:device',
      'memslot-flag:set',
      'memslot-flag:unset',
      'flag-or-device:set',
      'flag-or-device:unset',
      'clean-before-device',
    ]);
  });

  it.each([
    ['memslot-flag', "Did you mean 'memslot-flag:set' or 'memslot-flag:unset'?"],
    ['fallback-to-devise', "Did you mean 'fallback-to-device'?"],
    ['FWB-ONLY', "Did you mean 'fwb-only'?"],
    ['best of all', 'Give one of these names.'],
    ['', 'Give one of these names.'],
    [null, 'Give one of these names.'],
  ])('%j is no name of one, and the error says which is meant', (name, remedy) => {
    const error = policyNamed(name);
    expect(error).toMatchObject({ code: 'unknown-choice', remedy });
    expect('expected' in error && error.expected).toContain('one of fallback-to-device, ');
    if (typeof name !== 'string') return;
    const input = { policy: name, host: NONE, property: 'noLeak' } as const;
    expect(explore(input).error).toEqual(error);
  });

  it.each(POLICIES.map((policy) => [policy.name, policy] as const))(
    '%s says in sentences what it is and became',
    (_name, { became, meaning, argued }) => {
      for (const text of [became, meaning]) expect(text).toMatch(/^[A-Z].* .*\.$/);
      for (const { by, how } of argued) {
        expect(by).toMatch(/^[A-Z]\w+ [A-Z]\w+$/);
        expect(how).toMatch(/^[a-z].* 20\d\d/);
      }
    },
  );

  it('have machines whose transitions have sources that exist', () => {
    for (const { name } of POLICIES) {
      const setup = situation({ policy: name, host: BOTH });
      if ('code' in setup) throw new Error(setup.received);
      for (const { source, reason } of pageMachine(setup).rules) {
        expect(source.filter((id) => !KNOWN.has(id))).toEqual([]);
        expect([source.length > 0, reason.endsWith('.')]).toEqual([true, true]);
      }
    }
  });
});

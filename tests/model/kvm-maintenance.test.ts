import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cacheMaintenance,
  KERNELS,
  maintenanceNeeded,
  stage2Attributes,
  type CacheMaintenanceInput,
  type ExecAt,
} from 'stage-two';

// Expectations: exercise 20 and the table of operations in the project's facts; what the
// architecture needs comes from `maintenanceNeeded`.

const flags = [false, true];
const hosts = flags.flatMap((fwb) => flags.map((dic) => ({ fwb, dic })));

/** What is really done, in the words of exercise 20. */
function done(input: CacheMaintenanceInput, kernel: (typeof KERNELS)[number] = 'v7.3'): string {
  const { dcacheMaintained, icacheMaintained } = cacheMaintenance(kernel, input);
  const parts = [dcacheMaintained ? 'data' : '', icacheMaintained ? 'instruction' : ''];
  return parts.filter((part) => part !== '').join(' and ') || 'none';
}

describe('exercise 20', () => {
  const map = { event: 'map', newExec: 'both' } as const;

  it('a new executable Normal leaf: data and instruction, data, instruction, none', () => {
    for (const kernel of KERNELS)
      expect(hosts.map((host) => done({ ...map, ...host }, kernel))).toEqual([
        'data and instruction',
        'data',
        'instruction',
        'none',
      ]);
  });

  it('the same with Normal Non-cacheable, which cannot be executable: none', () => {
    const nc = { event: 'map', memType: 'NORMAL_NC' } as const;
    expect(hosts.map((host) => done({ ...nc, ...host }))).toEqual(['none', 'none', 'none', 'none']);
    const error = cacheMaintenance('v7.3', { ...nc, newExec: 'both', fwb: true, dic: true });
    expect(error).toMatchObject({ verdict: 'refused', errno: 'EINVAL', dcacheCallback: false });
  });

  it('unmap without and with FWB: a clean, nothing', () => {
    const unmap = { event: 'unmap', oldLeaf: 'valid', dic: false } as const;
    expect(done({ ...unmap, fwb: false })).toBe('data');
    expect(done({ ...unmap, fwb: true })).toBe('none');
  });
});

describe('a callback', () => {
  it('that is invoked may do nothing: with FWB and DIC both run and touch nothing', () => {
    const input = { event: 'map', newExec: 'both', fwb: true, dic: true } as const;
    expect(cacheMaintenance('v7.3', input)).toMatchObject({
      verdict: 'not-maintained',
      dcacheCallback: true,
      dcacheMaintained: false,
      icacheCallback: true,
      icacheMaintained: false,
    });
  });

  it('of unmap and of the flush is itself left out with FWB', () => {
    for (const event of ['unmap', 'stage2Flush'] as const) {
      const input = { event, oldLeaf: 'valid', dic: true } as const;
      expect(cacheMaintenance('v7.3', { ...input, fwb: true }).dcacheCallback).toBe(false);
      expect(cacheMaintenance('v7.3', { ...input, fwb: false }).dcacheCallback).toBe(true);
    }
  });

  it('is left out while a table replaces a block', () => {
    const input = { event: 'map', skipCmo: true, newExec: 'both', fwb: false, dic: false } as const;
    expect(cacheMaintenance('v6.17', input)).toMatchObject({
      verdict: 'not-maintained',
      dcacheCallback: false,
      icacheCallback: false,
    });
  });
});

describe('map', () => {
  it('onto the same page with other permissions is EAGAIN and does nothing', () => {
    for (const [oldExec, newExec] of [
      ['none', 'both'],
      ['both', 'none'],
      ['both', 'both'],
    ] as const) {
      const input = { event: 'map', oldLeaf: 'samePa', oldExec, newExec } as const;
      expect(cacheMaintenance('v7.3', { ...input, fwb: false, dic: false })).toMatchObject({
        verdict: 'retry',
        errno: 'EAGAIN',
        dcacheCallback: false,
        icacheCallback: false,
        tlbInvalidated: false,
      });
    }
  });

  it('over another page breaks the old leaf first', () => {
    const input = { event: 'map', fwb: true, dic: true } as const;
    expect(cacheMaintenance('v7.3', { ...input, oldLeaf: 'valid' }).tlbInvalidated).toBe(true);
    expect(cacheMaintenance('v7.3', { ...input, oldLeaf: 'invalid' }).tlbInvalidated).toBe(false);
  });

  it('with EL0 alone needs FEAT_XNX', () => {
    const input = { event: 'map', newExec: 'EL0', fwb: true, dic: false } as const;
    expect(cacheMaintenance('v7.3', input).errno).toBe('EINVAL');
    expect(cacheMaintenance('v7.3', { ...input, xnx: true }).icacheMaintained).toBe(true);
    expect(cacheMaintenance('v6.17', input).error?.code).toBe('not-in-kernel');
  });
});

describe('relaxPerms', () => {
  const relax = (oldExec: ExecAt, newExec: ExecAt, xnx = false) =>
    cacheMaintenance('v7.3', {
      event: 'relaxPerms',
      oldLeaf: 'valid',
      oldExec,
      newExec,
      fwb: false,
      dic: false,
      xnx,
    });

  it('never takes X away, and invalidates only where X is new', () => {
    expect(relax('both', 'none')).toMatchObject({ finalExec: 'both', icacheCallback: false });
    expect(relax('both', 'both')).toMatchObject({ finalExec: 'both', icacheCallback: false });
    expect(relax('none', 'both')).toMatchObject({ finalExec: 'both', icacheMaintained: true });
    expect(relax('none', 'none')).toMatchObject({ finalExec: 'none', icacheCallback: false });
  });

  it('writes the pair of XN bits as requested: with FEAT_XNX one of the two can go', () => {
    expect(relax('both', 'EL0', true)).toMatchObject({ finalExec: 'EL0', icacheCallback: false });
    expect(relax('EL1', 'both', true)).toMatchObject({ finalExec: 'both', icacheCallback: false });
    expect(relax('EL1', 'none', true).finalExec).toBe('EL1');
    expect(relax('none', 'EL1', true).icacheMaintained).toBe(true);
  });

  it('of no leaf is EAGAIN', () => {
    const input = { event: 'relaxPerms', newExec: 'both', fwb: false, dic: false } as const;
    const expected = { verdict: 'retry', ret: -11, finalExec: null, tlbInvalidated: null };
    expect(cacheMaintenance('v6.16', input)).toMatchObject(expected);
  });

  it('never concerns the data cache', () => {
    for (const host of hosts) {
      const input = { event: 'relaxPerms', oldLeaf: 'valid', newExec: 'both', ...host } as const;
      expect(cacheMaintenance('v7.3', input).dcacheCallback).toBe(false);
    }
  });
});

describe('what no table holds', () => {
  const host = { fwb: true, dic: true };

  it.each([
    ['oldLeaf', { event: 'unmap', oldLeaf: 'samePa', ...host }],
    ['oldExec', { event: 'unmap', oldLeaf: 'valid', memType: 'DEVICE', oldExec: 'both', ...host }],
    [
      'newExec',
      { event: 'relaxPerms', oldLeaf: 'valid', memType: 'NORMAL_NC', newExec: 'both', ...host },
    ],
    ['xnx', { event: 'relaxPerms', oldLeaf: 'valid', newExec: 'EL0', ...host }],
  ] as const)('is a contradiction, named by %s', (place, input) => {
    const { error } = cacheMaintenance('v7.3', input);
    expect(error?.code).toBe('contradiction');
    expect(error?.received).toMatch(new RegExp(`^${place} = `));
  });

  it('quotes what was received, or taken for it', () => {
    const input = { event: 'relaxPerms', oldLeaf: 'valid', newExec: 'EL0', ...host } as const;
    expect(cacheMaintenance('v7.3', input).error?.received).toBe('xnx = false');
  });
});

const operation = fc
  .record({
    event: fc.constantFrom('map', 'relaxPerms', 'unmap', 'stage2Flush' as const),
    fwb: fc.boolean(),
    dic: fc.boolean(),
    memType: fc.constantFrom('NORMAL', 'NORMAL_NC', 'DEVICE' as const),
    oldLeaf: fc.constantFrom('invalid', 'valid', 'samePa' as const),
    oldExec: fc.constantFrom<ExecAt>('none', 'both', 'EL0', 'EL1'),
    newExec: fc.constantFrom<ExecAt>('none', 'both', 'EL0', 'EL1'),
    skipCmo: fc.boolean(),
    xnx: fc.boolean(),
  })
  .map((input) => ({ input, decision: cacheMaintenance('v7.3', input as never) }))
  .filter(({ decision }) => decision.verdict !== 'invalid');

describe('every operation', () => {
  it('does maintenance only through a callback, and none with FWB and DIC', () => {
    fc.assert(
      fc.property(operation, ({ input, decision }) => {
        const { dcacheCallback, icacheCallback } = decision;
        expect(decision.dcacheMaintained).toBe(dcacheCallback && !input.fwb);
        expect(decision.icacheMaintained).toBe(icacheCallback && !input.dic);
        const normal = input.memType === 'NORMAL';
        expect(!normal && (dcacheCallback || icacheCallback)).toBe(false);
        const maintained = decision.dcacheMaintained || decision.icacheMaintained;
        expect(decision.verdict === 'maintained').toBe(maintained);
      }),
    );
  });

  it('decides alike in the three kernels where one X bit is enough', () => {
    fc.assert(
      fc.property(operation, ({ input, decision }) => {
        const oneBit = [input.oldExec, input.newExec].every((e) => e === 'none' || e === 'both');
        if (!oneBit) return;
        const outcome = ({ verdict, ret, dcacheMaintained, icacheMaintained }: typeof decision) => [
          verdict,
          ret,
          dcacheMaintained,
          icacheMaintained,
        ];
        for (const kernel of ['v6.16', 'v6.17'] as const)
          expect(outcome(cacheMaintenance(kernel, input as never))).toEqual(outcome(decision));
      }),
    );
  });

  it('that maps a new leaf does at least what the architecture needs', () => {
    for (const host of hosts)
      for (const newExec of ['none', 'both'] as const) {
        const { leaf } = stage2Attributes('v7.3', { fwb: host.fwb, exec: newExec });
        const needed = maintenanceNeeded({
          ...host,
          idc: false,
          memAttr: leaf?.memAttr ?? 0,
          executable: newExec === 'both',
          cacheableWrites: true,
        });
        expect(needed.error).toBeUndefined();
        const kvm = cacheMaintenance('v7.3', { event: 'map', newExec, ...host });
        expect(needed.cleanToPoC?.needed && !kvm.dcacheMaintained).toBe(false);
        expect(needed.invalidateIToPoU?.needed && !kvm.icacheMaintained).toBe(false);
      }
  });
});

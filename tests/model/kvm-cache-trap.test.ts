import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cacheToggle, KERNELS, setWayTrap, vcpuInit } from 'stage-two';

// Expectations: exercise 21 and the facts about set/way maintenance and toggling of caches.

describe('exercise 21: set/way maintenance twice', () => {
  it('without FWB flushes once, sets TVM, and then does nothing', () => {
    for (const kernel of KERNELS) {
      const first = setWayTrap(kernel, { fwb: false, tvm: false });
      expect(first).toMatchObject({ verdict: 'maintained', flushVm: true, tvm: true });
      const second = setWayTrap(kernel, { fwb: false, tvm: first.tvm ?? false });
      expect(second).toMatchObject({ verdict: 'not-maintained', flushVm: false, tvm: true });
    }
  });

  it('with FWB does nothing, and leaves TVM', () => {
    for (const tvm of [false, true])
      expect(setWayTrap('v7.3', { fwb: true, tvm })).toMatchObject({
        verdict: 'not-maintained',
        flushVm: false,
        tvm,
      });
  });
});

describe('a toggle of the caches', () => {
  it('from off to on flushes and ends the trapping', () => {
    const on = { wasEnabled: false, nowEnabled: true };
    expect(cacheToggle('v6.17', { fwb: false, tvm: true, ...on })).toMatchObject({
      verdict: 'maintained',
      flushVm: true,
      tvm: false,
    });
  });

  it('from on to off flushes too, but leaves TVM as it was', () => {
    const off = { wasEnabled: true, nowEnabled: false };
    for (const tvm of [false, true])
      expect(cacheToggle('v6.16', { fwb: false, tvm, ...off })).toMatchObject({
        flushVm: true,
        tvm,
      });
  });

  it('does not ask for FWB, but then the flush maintains nothing', () => {
    const on = { wasEnabled: false, nowEnabled: true };
    expect(cacheToggle('v7.3', { fwb: true, tvm: true, ...on })).toMatchObject({
      verdict: 'not-maintained',
      flushVm: true,
      tvm: false,
    });
  });

  it('flushes where something changed and nowhere else, and never sets TVM', () => {
    const input = fc.record({
      fwb: fc.boolean(),
      tvm: fc.boolean(),
      wasEnabled: fc.boolean(),
      nowEnabled: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...KERNELS), input, (kernel, q) => {
        const { flushVm, tvm, verdict, ret } = cacheToggle(kernel, q);
        expect(flushVm).toBe(q.wasEnabled !== q.nowEnabled);
        expect(tvm).toBe(q.tvm && !q.nowEnabled);
        expect(verdict === 'maintained').toBe(flushVm && !q.fwb);
        expect(ret).toBeNull();
      }),
    );
  });
});

describe('a vCPU that is initialised', () => {
  it('has TVM set without FWB, clear with it, at the first time in every kernel', () => {
    for (const kernel of KERNELS)
      for (const fwb of [false, true])
        expect(vcpuInit(kernel, { fwb, dic: true })).toMatchObject({
          verdict: 'not-maintained',
          tvm: !fwb,
          unmapsStage2: false,
          callsIcache: false,
          invalidatesIcache: false,
        });
  });

  // Section 8 of the facts: the whole instruction cache on FWB hosts without DIC only.
  it.each([
    [false, false, 'maintained', true, false, false],
    [false, true, 'maintained', true, false, false],
    [true, false, 'maintained', false, true, true],
    [true, true, 'not-maintained', false, true, false],
  ])('again, with FWB %s and DIC %s: %s', (fwb, dic, verdict, unmaps, calls, invalidates) => {
    expect(vcpuInit('v7.3', { fwb, dic, hasRun: true })).toMatchObject({
      verdict,
      ret: 0,
      unmapsStage2: unmaps,
      callsIcache: calls,
      invalidatesIcache: invalidates,
    });
  });

  it('with other features is EINVAL, and leaves TVM', () => {
    for (const tvm of [false, true])
      expect(
        vcpuInit('v7.3', { fwb: true, dic: true, hasRun: true, featuresDiffer: true, tvm }),
      ).toMatchObject({ verdict: 'refused', errno: 'EINVAL', tvm, callsIcache: false });
  });

  it('again: the older kernels were not read there', () => {
    for (const kernel of ['v6.16', 'v6.17'] as const)
      for (const again of [{ hasRun: true }, { featuresDiffer: true }])
        expect(vcpuInit(kernel, { fwb: true, dic: false, ...again })).toMatchObject({
          verdict: 'unknown',
          tvm: null,
          unmapsStage2: null,
          invalidatesIcache: null,
        });
  });
});

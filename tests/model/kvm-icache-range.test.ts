import { describe, expect, it } from 'vitest';
import { icacheRange } from 'stage-two';

// Section 7 of the facts: by address on a PIPT cache up to MAX_DVM_OPS lines, else the whole cache.

const pipt = { aliasing: false, pageShift: 12, lineShift: 6, dic: false } as const;

describe('the instruction cache for a leaf that becomes executable', () => {
  it('with 4K pages and lines of 64 bytes is invalidated by address up to 32 KB', () => {
    expect(icacheRange('v7.3', { ...pipt, mapShift: 12 })).toMatchObject({ lines: 64 });
    expect(icacheRange('v7.3', { ...pipt, mapShift: 16 })).toMatchObject({ issued: 'all' });
    expect(icacheRange('v7.3', { ...pipt, mapShift: 21 })).toMatchObject({ issued: 'all' });
  });

  it('counts the limit itself as by address', () => {
    const lines512 = { ...pipt, pageShift: 14, mapShift: 21, lineShift: 10 } as const;
    expect(icacheRange('v7.3', lines512)).toMatchObject({ chosen: 'byAddress', lines: 2048 });
    expect(icacheRange('v7.3', { ...lines512, lineShift: 9 })).toMatchObject({ chosen: 'all' });
  });

  it('of a VIPT cache is emptied whole, and with DIC never touched', () => {
    const vipt = { ...pipt, aliasing: true, mapShift: 12 } as const;
    expect(icacheRange('v7.3', vipt)).toMatchObject({ chosen: 'all', issued: 'all' });
    for (const aliasing of [false, true])
      expect(icacheRange('v7.3', { ...vipt, aliasing, dic: true })).toMatchObject({
        verdict: 'not-maintained',
        issued: 'none',
        lines: null,
      });
  });

  it('of a leaf below the page is a contradiction', () => {
    const { error } = icacheRange('v7.3', { ...pipt, pageShift: 16, mapShift: 12 });
    expect(error).toMatchObject({ code: 'contradiction', received: 'mapShift = 12 (a number)' });
  });

  it('was not read in the older kernels', () => {
    for (const kernel of ['v6.16', 'v6.17'] as const)
      expect(icacheRange(kernel, { ...pipt, mapShift: 12 })).toMatchObject({
        verdict: 'unknown',
        issued: null,
      });
  });
});

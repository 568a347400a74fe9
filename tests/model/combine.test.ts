import { describe, expect, it } from 'vitest';
import { combineStages, decodeMairAttr, label, type CombineInput, type Half } from 'stage-two';

// Expectations: the combining rules of the project's facts, by rule tag, and its table of places
// where emulators differ from the architecture.

function combine(attr: number, memAttr: number, fwb: boolean, more: Partial<CombineInput> = {}) {
  return combineStages({ s1: { attr }, s2: { memAttr }, fwb, ...more });
}

describe('hints (R_THYXB, R_TBQKG)', () => {
  it.each([
    [0x88, 'WB no-allocate ISH'],
    [0x1f, 'i:WB RWA o:WB WA tr ISH'],
    [0x4f, 'WB RWA ISH'],
    [0x00, 'WB RWA ISH'],
    [0x44, 'WB RWA ISH'],
  ])('MemAttr 110 over byte %i keeps what stage 1 has: %s', (attr, text) => {
    expect(label(combine(attr, 0b0110, true))).toBe(text);
  });

  it('stay transient where Write-Back becomes Write-Through', () => {
    expect(label(combine(0x77, 0b1010, false))).toBe(label(combine(0x33, 0b1111, false)));
  });
});

describe('two Device stages (table D8-97, R_GSDKZ)', () => {
  it.each([false, true])('give the stricter type, FWB %s', (fwb) => {
    expect(combine(0x00, 0b0011, fwb).device).toBe('nGnRnE');
    expect(combine(0x0c, 0b0001, fwb).device).toBe('nGnRE');
  });

  it('leave the Normal side no say: 0x44 over GRE is GRE', () => {
    expect(combine(0x44, 0b0011, false).device).toBe('GRE');
    expect(combine(0x0c, 0b0101, false).device).toBe('GRE');
  });
});

describe('shareability (table D8-103, R_NSCNC)', () => {
  it('is the wider of both', () => {
    const sh = (s1: number, s2: number) =>
      combineStages({ s1: { attr: 0xff, sh: s1 }, s2: { memAttr: 15, sh: s2 }, fwb: false })
        .shareability;
    expect([sh(0, 0), sh(0, 3), sh(3, 0), sh(3, 3), sh(2, 0), sh(0, 2)]).toEqual([
      'NSH',
      'ISH',
      'ISH',
      'ISH',
      'OSH',
      'OSH',
    ]);
  });

  it('is OSH for Device and for inner and outer NC, and kept for a split type', () => {
    expect(combine(0x04, 0b1111, false).shareability).toBe('OSH');
    expect(combine(0xff, 0b0101, false).shareability).toBe('OSH');
    expect(combine(0x4f, 0b1111, false).shareability).toBe('ISH');
  });

  it.each([0x04, 0x44])('has two permitted answers where 110 forces byte %i', (attr) => {
    const combined = combineStages({ s1: { attr, sh: 0 }, s2: { memAttr: 6, sh: 0 }, fwb: true });
    expect(combined.permitted.map((a) => a.shareability)).toEqual(['NSH', 'OSH']);
    expect(combined.shareability).toBe('NSH');
    expect(combined.because.map((step) => step.in)).toContain('R_NSCNC');
  });

  it('has one where the stage-1 type already fits', () => {
    const combined = combineStages({
      s1: { attr: 0xff, sh: 0 },
      s2: { memAttr: 6, sh: 0 },
      fwb: true,
    });
    expect(combined.permitted).toHaveLength(1);
  });
});

describe('Tagged and NoTagAccess', () => {
  it('Tagged survives 1111, 110 and 111, and is lost under Write-Through, NC and Device', () => {
    expect(combine(0xf0, 0b1111, false).tagged).toBe(true);
    expect(combine(0xf0, 0b0110, true).tagged).toBe(true);
    expect(combine(0xf0, 0b0111, true).tagged).toBe(true);
    for (const memAttr of [0b1010, 0b0101, 0b0001])
      expect(combine(0xf0, memAttr, false).tagged).toBe(false);
    expect(combine(0xff, 0b0110, true).tagged).toBe(false);
  });

  it('NoTagAccess needs FEAT_MTE_PERM (where prose and pseudocode differ, the prose) and a Tagged result', () => {
    expect(combine(0xf0, 0b1110, true, { mtePerm: true }).noTagAccess).toBe(true);
    expect(combine(0xf0, 0b1110, true).noTagAccess).toBe(false);
    expect(combine(0xff, 0b1110, true, { mtePerm: true }).noTagAccess).toBe(false);
    expect(combine(0xf0, 0b0100, false, { mtePerm: true })).toMatchObject({
      tagged: true,
      noTagAccess: true,
    });
  });
});

describe('XS', () => {
  const xs = (attr: number, memAttr: number, fwb: boolean, fnxs = false) =>
    combineStages({ s1: { attr }, s2: { memAttr, fnxs }, fwb }).xs;

  it('without FWB is that of stage 1 unless the result is Write-Back or FnXS is set', () => {
    expect(xs(0x44, 0b1111, false)).toBe(true);
    expect(xs(0x44, 0b1111, false, true)).toBe(false);
    expect(xs(0x40, 0b1111, false)).toBe(false);
    expect(xs(0xff, 0b0101, false)).toBe(false);
  });

  it('with FWB is 0 for 110, otherwise that of stage 1 unless FnXS is set', () => {
    expect(xs(0x44, 0b0110, true)).toBe(false);
    expect(xs(0x44, 0b0111, true)).toBe(true);
    expect(xs(0x04, 0b0101, true)).toBe(true);
    expect(xs(0x04, 0b0101, true, true)).toBe(false);
  });
});

describe('reserved inputs are answers', () => {
  it('a reserved byte acts as some assigned byte', () => {
    const combined = combine(0x02, 0b0000, false);
    expect(combined).toMatchObject({
      type: 'Device',
      device: 'nGnRnE',
      shareability: 'OSH',
      xs: null,
    });
    expect(combined.findings).toEqual([
      {
        field: 's1.attr',
        finding: 'reserved',
        permitted: 'CONSTRAINED UNPREDICTABLE: behaves as some assigned byte',
      },
    ]);
  });

  it('SH = 01 acts as any of the three', () => {
    const combined = combineStages({
      s1: { attr: 0xff, sh: 1 },
      s2: { memAttr: 15, sh: 0 },
      fwb: false,
    });
    expect(combined).toMatchObject({ type: 'Normal', shareability: null });
    expect(combined.permitted.map((a) => a.shareability).sort()).toEqual(['ISH', 'NSH', 'OSH']);
  });

  it('0100 without FWB has inner NC, WT or WB under outer NC', () => {
    const combined = combine(0xff, 0b0100, false);
    expect(combined.permitted.map((a) => a.inner?.cacheability).sort()).toEqual(['NC', 'WB', 'WT']);
    expect(combined.outer?.cacheability).toBe('NC');
  });

  it('100 with FWB asserts nothing', () => {
    expect(combine(0xff, 0b0100, true)).toMatchObject({ type: 'reserved', permitted: [] });
  });

  it('a RES0 bit that is set is a finding beside a full answer', () => {
    const combined = combine(0x44, 0b1110, true);
    expect(combined).toMatchObject({ type: 'Normal', shareability: 'ISH' });
    expect(combined.findings.map((f) => f.finding)).toEqual(['res0-set']);
    expect(label(combined)).toBe(label(combine(0x44, 0b0110, true)));
  });
});

describe('never more cacheable than both stages allow, except by MemAttr 110', () => {
  const bytes = Array.from({ length: 256 }, (_, attr) => attr);
  const rank = (half: Half | null) =>
    half === null ? 0 : ['NC', 'WT', 'WB'].indexOf(half.cacheability);

  it.each([false, true])('over every assigned pair, FWB %s', (fwb) => {
    const stronger = bytes.flatMap((attr) => {
      const s1 = decodeMairAttr(attr);
      return bytes.slice(0, 16).filter((memAttr) => {
        if (s1.type === 'reserved' || (fwb && (memAttr & 7) === 6)) return false;
        const both = combine(attr, memAttr, fwb);
        return rank(both.inner) > rank(s1.inner) || rank(both.outer) > rank(s1.outer);
      });
    });
    expect(stronger).toEqual([]);
  });

  it('110 forces what stage 1 made Device or Non-cacheable', () => {
    expect(rank(combine(0x04, 0b0110, true).inner)).toBe(2);
    expect(rank(combine(0x44, 0b0110, true).outer)).toBe(2);
  });
});

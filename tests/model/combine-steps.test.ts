import { describe, expect, it } from 'vitest';
import { combineStages, decodeMairAttr, decodeStage2MemAttr, memoryName } from 'stage-two';
import type { CombineInput, Step } from 'stage-two';

// Expectations: the encodings and combining rules of the project's facts, each with its rule tag,
// applied here to the bits of every pair that is assigned. The answers themselves are held against
// the vectors elsewhere.

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

/** The hints of a MAIR nibble in words: bit 1 is Read-, bit 0 Write-Allocate; 0xxx is transient. */
function nibbleHints(nibble: number): string | null {
  if (nibble === 0b0100) return null;
  const letters = ['none', 'WA', 'RA', 'RWA'][nibble & 3];
  return nibble & 0b1000 ? `${letters}` : `${letters} transient`;
}

/** Outer and inner nibble of a Normal byte; three bytes have a meaning of their own. */
function nibbles(attr: number): readonly [outer: number, inner: number] | null {
  const own = new Map([
    [0x40, 0x44],
    [0xa0, 0xaa],
    [0xf0, 0xff],
  ]);
  const plain = own.get(attr) ?? attr;
  return plain >> 4 === 0 ? null : [plain >> 4, plain & 15];
}

/** The rule that settles the memory type. */
function typeRule(attr: number, memAttr: number, fwb: boolean): string {
  const device1 = attr >> 4 === 0;
  if (!fwb) return device1 || memAttr >> 2 === 0 ? 'table D8-97' : 'table D8-98';
  const low = memAttr & 7;
  if (low === 0b110) return device1 ? 'R_RMTWN' : 'MemAttr 110';
  if (low === 0b111) return 'MemAttr 111';
  return low === 0b101 ? 'MemAttr 101' : 'R_GSDKZ';
}

interface Asked extends CombineInput {
  readonly attr: number;
  readonly memAttr: number;
  readonly fwb: boolean;
}

const ask = (attr: number, memAttr: number, fwb: boolean, more: object = {}): Asked => ({
  attr,
  memAttr,
  s1: { attr, sh: 0 },
  s2: { memAttr, sh: 3, fnxs: false },
  fwb,
  mtePerm: true,
  ...more,
});

/** Every pair of assigned encodings. */
const PAIRS: readonly Asked[] = numbers(256)
  .filter((attr) => decodeMairAttr(attr).type !== 'reserved')
  .flatMap((attr) =>
    [false, true].flatMap((fwb) =>
      numbers(16)
        .filter(
          (memAttr) => decodeStage2MemAttr(memAttr, { fwb, mtePerm: true }).type !== 'reserved',
        )
        .map((memAttr) => ask(attr, memAttr, fwb)),
    ),
  );

const input = ({ s1, s2, fwb, mtePerm }: Asked): CombineInput =>
  ({ s1, s2, fwb, mtePerm }) as CombineInput;
const stepOf = (because: readonly Step[], check: string) =>
  because.find((step) => step.check === check);

/** What is wrong with the steps of every pair; the first few are enough to see why. */
function wrong(wanted: (pair: Asked, combined: ReturnType<typeof combineStages>) => object) {
  return PAIRS.filter((pair) => {
    const combined = combineStages(input(pair));
    return Object.entries(wanted(pair, combined)).some(([check, step]) => {
      const found = stepOf(combined.because, check);
      const { in: where, inputs, answer } = found ?? { in: null, inputs: null, answer: null };
      return JSON.stringify(found ? { in: where, inputs, answer } : null) !== JSON.stringify(step);
    });
  }).slice(0, 3);
}

describe('the steps of combining', () => {
  it('are asked about every assigned pair', () => {
    // Facts, section 1: 8 Device bytes, 0x40, 0xA0 and 0xF0, and 15 times 15 pairs of nibbles.
    expect(new Set(PAIRS.map(({ attr }) => attr)).size).toBe(8 + 3 + 15 * 15);
    // Sections 2a and 2b with FEAT_MTE_PERM: 1000 and 1100 are reserved; with FWB 100, 10xx, 110x.
    expect(PAIRS).toHaveLength((8 + 3 + 15 * 15) * (14 + 9));
  });

  it('first say what each encoding asks for', () => {
    const found = wrong(({ attr, memAttr, fwb }) => {
      const s2 = decodeStage2MemAttr(memAttr, { fwb, mtePerm: true });
      const low = fwb ? memAttr & 7 : null;
      const says = low === 0b110 ? 'force WB' : low === 0b101 ? 'NC unless Device' : memoryName(s2);
      return {
        'MAIR_EL1.Attr': {
          in: 'MAIR_ELx',
          inputs: { s1Attr: attr },
          answer: memoryName(decodeMairAttr(attr)),
        },
        'MemAttr[3:0]': {
          in: fwb ? 'R_ZNGNK' : 'R_HMNDG',
          inputs: { s2MemAttr: memAttr, 'HCR_EL2.FWB': fwb ? 1 : 0, mtePerm: true },
          answer: says,
        },
      };
    });
    expect(found).toEqual([]);
  });

  it('settle the type by the rule for the pair, out of what both say; this step decides', () => {
    const found = wrong(({ attr, memAttr, fwb }, combined) => ({
      'memory type': {
        in: typeRule(attr, memAttr, fwb),
        inputs: {
          stage1: combined.because[0]?.answer,
          stage2: combined.because[1]?.answer,
        },
        answer: memoryName(combined),
      },
    }));
    expect(found).toEqual([]);
    const deciding = PAIRS.map((pair) =>
      combineStages(input(pair)).because.filter(({ decides }) => decides),
    );
    expect(new Set(deciding.map((steps) => steps.map(({ check }) => check).join()))).toEqual(
      new Set(['memory type']),
    );
  });

  it('keep the hints of stage 1, half by half, and none where nothing is cached', () => {
    const found = wrong(({ attr }, { type, inner, outer }) => {
      const cached = type === 'Normal' && [inner, outer].some((h) => h?.cacheability !== 'NC');
      if (!cached) return { 'allocation hints': null };
      const given = nibbles(attr);
      const [o, i] = (given ?? [4, 4]).map(nibbleHints);
      const left = (half: typeof inner, hint: string | null | undefined) =>
        half?.cacheability === 'NC' ? 'no hints' : (hint ?? 'RWA');
      const [nowInner, nowOuter] = [left(inner, i), left(outer, o)];
      return {
        'allocation hints': {
          in: 'R_THYXB, R_TBQKG',
          inputs: { stage1Inner: i, stage1Outer: o },
          answer: nowInner === nowOuter ? nowInner : `inner ${nowInner}, outer ${nowOuter}`,
        },
      };
    });
    expect(found).toEqual([]);
  });

  it('name both shareabilities, and the other answer where R_NSCNC permits one', () => {
    const found = wrong(({ attr, memAttr, fwb }, combined) => {
      const uncached = attr >> 4 === 0 || attr === 0x44 || attr === 0x40;
      // Only a cacheable result shows what an uncached stage 1 hands on: MemAttr 110.
      const visible = uncached && fwb && (memAttr & 7) === 0b110;
      return {
        shareability: {
          in: 'table D8-103',
          inputs: { s1Sh: 'NSH', s2Sh: 'ISH', type: memoryName(combined) },
          answer: combined.shareability,
        },
        'OSH enters stage 2 instead': visible
          ? { in: 'R_NSCNC', inputs: { stage1: combined.because[0]?.answer }, answer: 'OSH' }
          : null,
      };
    });
    expect(found).toEqual([]);
  });

  it('speak of tags only where stage 1 is Tagged or stage 2 takes tag access away', () => {
    const found = wrong(({ attr, memAttr, fwb }, combined) => ({
      Tagged:
        attr === 0xf0
          ? { in: 'MAIR_ELx', inputs: { type: memoryName(combined) }, answer: combined.tagged }
          : null,
      NoTagAccess: (fwb ? memAttr >= 0b1110 : memAttr === 0b0100)
        ? { in: 'R_ZNGNK', inputs: { tagged: combined.tagged }, answer: combined.noTagAccess }
        : null,
    }));
    expect(found).toEqual([]);
  });

  it('end with XS, which rests on stage 1 and FnXS', () => {
    const found = wrong(({ attr }, combined) => ({
      XS: {
        in: 'FEAT_XS',
        inputs: { stage1Xs: decodeMairAttr(attr).xs, fnxs: false },
        answer: combined.xs,
      },
    }));
    expect(found).toEqual([]);
    const last = PAIRS.map((pair) => combineStages(input(pair)).because.at(-1)?.check);
    expect(new Set(last)).toEqual(new Set(['XS']));
  });

  it('count what is permitted where an encoding is reserved, and name the fields', () => {
    const { because, permitted } = combineStages({
      s1: { attr: 0x02, sh: 1 },
      s2: { memAttr: 0b1000, sh: 1 },
      fwb: false,
    });
    expect(because.map(({ check }) => check)).toEqual([
      'MAIR_EL1.Attr',
      'MemAttr[3:0]',
      'reserved encoding',
    ]);
    expect(because.at(-1)).toMatchObject({
      in: 'CONSTRAINED UNPREDICTABLE',
      inputs: {
        's1.attr': 'reserved',
        's1.sh': 'reserved',
        's2.memAttr': 'reserved',
        's2.sh': 'reserved',
      },
      answer: permitted.length,
      decides: true,
    });
  });
});

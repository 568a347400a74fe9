import * as fc from 'fast-check';
import { maintenanceNeeded, type MaintenanceInput } from 'stage-two';
import { describe, expect, it } from 'vitest';

const level = fc.option(fc.integer({ min: 0, max: 7 }), { nil: undefined });
const input = fc
  .record({
    fwb: fc.boolean(),
    idc: fc.boolean(),
    dic: fc.boolean(),
    loc: level,
    louu: level,
    louis: level,
    memAttr: fc.integer({ min: 0, max: 15 }),
    executable: fc.boolean(),
    cacheableWrites: fc.boolean(),
  })
  .map((all) => {
    const given = Object.entries(all).filter(([, value]) => value !== undefined);
    return Object.fromEntries(given) as unknown as MaintenanceInput;
  });

/** Clean to PoC, clean to PoU, invalidate I to PoU: which of them remain. */
function remaining(question: MaintenanceInput): string {
  const { cleanToPoC, cleanToPoU, invalidateIToPoU } = maintenanceNeeded(question);
  const parts = [
    cleanToPoC?.needed === true ? 'PoC' : '',
    cleanToPoU?.needed === true ? 'PoU' : '',
    invalidateIToPoU?.needed === true ? 'I' : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

describe('what remains', () => {
  const A53 = { idc: false, dic: false, loc: 2, louu: 1, louis: 1 };
  const A76 = { idc: false, dic: false, loc: 2, louu: 0, louis: 0 };

  it('FWB, DIC: nothing; it is what KVM asks for', () => {
    expect(remaining({ fwb: true, idc: true, dic: true })).toBe('');
  });

  it('FWB without DIC: the instruction cache', () => {
    expect(remaining({ fwb: true, idc: true, dic: false })).toBe('I');
    expect(remaining({ fwb: true, idc: true, dic: false, executable: false })).toBe('');
  });

  it('FWB with MemAttr 101 or 111: the guest still reads around the caches', () => {
    expect(remaining({ fwb: true, idc: true, dic: true, memAttr: 0b101 })).toBe('PoC');
    expect(remaining({ fwb: true, idc: true, dic: true, memAttr: 0b111 })).toBe('PoC');
  });

  it('no FWB: clean to the PoC, which covers the PoU', () => {
    expect(remaining({ fwb: false, ...A53 })).toBe('PoC I');
    expect(remaining({ fwb: false, idc: true, dic: true })).toBe('PoC');
  });

  it('IDC and DIC never remove the clean to the PoC', () => {
    fc.assert(
      fc.property(input, fc.boolean(), fc.boolean(), (question, idc, dic) => {
        const other = maintenanceNeeded({ ...question, idc, dic });
        expect(other.cleanToPoC).toEqual(maintenanceNeeded(question).cleanToPoC);
      }),
    );
  });

  it('clean to the PoU only where no level before it is known to be clean', () => {
    const toPoU = (question: Omit<MaintenanceInput, 'fwb' | 'memAttr'>) =>
      maintenanceNeeded({ ...question, fwb: false }).effectiveIdc;
    expect(toPoU(A53)).toBe(false);
    expect(toPoU(A76)).toBe(true);
    expect(toPoU({ idc: false, dic: false, loc: 0 })).toBe(true);
    expect(toPoU({ idc: false, dic: false, loc: 2, louu: 0, louis: 1 })).toBe(false);
    expect(toPoU({ idc: false, dic: false, loc: 2, louu: 1, louis: 0 })).toBe(false);
    expect(toPoU({ idc: false, dic: false })).toBe(false);
    expect(toPoU({ idc: true, dic: false })).toBe(true);
  });

  it('FWB implies an effective IDC of 1', () => {
    fc.assert(
      fc.property(input, (question) => {
        expect(maintenanceNeeded({ ...question, fwb: true }).effectiveIdc).toBe(true);
      }),
    );
  });

  it('LoC = 0: there is nothing before the PoC', () => {
    expect(remaining({ fwb: false, idc: false, dic: false, loc: 0 })).toBe('I');
  });

  it('without cacheable writes nothing is dirty, but instructions may be stale', () => {
    expect(remaining({ fwb: false, ...A53, cacheableWrites: false })).toBe('I');
  });

  it('a clean to the PoU is asked for only where the PoC is not', () => {
    fc.assert(
      fc.property(input, (question) => {
        const { cleanToPoC, cleanToPoU } = maintenanceNeeded(question);
        expect(cleanToPoC?.needed === true && cleanToPoU?.needed === true).toBe(false);
      }),
    );
  });
});

describe('the answer', () => {
  it('says on which address each works', () => {
    const answer = maintenanceNeeded({ fwb: false, idc: false, dic: false });
    expect(answer.cleanToPoC?.instructions).toEqual(['DC CIVAC', 'DC CVAC']);
    expect(answer.cleanToPoC?.address).toMatch(/each data cache line .* has mapped/);
    expect(answer.cleanToPoU?.instructions).toEqual(['DC CVAU']);
    expect(answer.invalidateIToPoU?.instructions).toEqual(['IC IVAU', 'IC IALLUIS']);
    expect(answer.invalidateIToPoU?.address).toMatch(/instruction cache line .* the whole cache/);
  });

  it('names register values that the architecture does not permit', () => {
    const question = { fwb: true, idc: false, dic: true, louu: 1, louis: 2 };
    expect(maintenanceNeeded(question).findings).toEqual([
      { field: 'dic', finding: 'not-permitted', permitted: 'DIC = 1 requires IDC = 1' },
      { field: 'louu', finding: 'not-permitted', permitted: 'FEAT_S2FWB requires LoUU = 0' },
      { field: 'louis', finding: 'not-permitted', permitted: 'FEAT_S2FWB requires LoUIS = 0' },
    ]);
    expect(maintenanceNeeded({ fwb: false, idc: true, dic: true, louu: 1 }).findings).toEqual([]);
  });

  it('has steps from which it can be worked out again', () => {
    fc.assert(
      fc.property(input, (question) => {
        const { because, cleanToPoC, cleanToPoU, invalidateIToPoU, effectiveIdc, mayBypassCaches } =
          maintenanceNeeded(question);
        const answers = because.map((step) => step.answer);
        expect(answers).toEqual([
          mayBypassCaches,
          cleanToPoC?.needed,
          effectiveIdc,
          cleanToPoU?.needed,
          invalidateIToPoU?.needed,
        ]);
        expect(because.map((step) => step.decides)).toEqual([false, false, false, false, true]);
      }),
    );
  });
});

describe('bad input', () => {
  it('is an error beside empty answers', () => {
    expect(maintenanceNeeded({ fwb: true, idc: true } as never)).toEqual({
      kind: 'maintenance',
      effectiveIdc: null,
      mayBypassCaches: null,
      cleanToPoC: null,
      cleanToPoU: null,
      invalidateIToPoU: null,
      findings: [],
      because: [],
      error: {
        code: 'missing-field',
        received: 'dic = nothing',
        expected: 'true or false',
        example: 'dic: true',
        remedy: 'Add dic: CTR_EL0.DIC.',
      },
    });
    const loc = maintenanceNeeded({ fwb: true, idc: true, dic: true, loc: 8 });
    expect(loc.error?.received).toBe('loc = 8 (a number)');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (question) => {
        expect(maintenanceNeeded(question as never).kind).toBe('maintenance');
      }),
    );
  });
});

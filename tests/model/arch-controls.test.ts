import * as fc from 'fast-check';
import {
  accessAttributes,
  combineStages,
  label,
  stage1Attributes,
  type AccessInput,
  type Combined,
} from 'stage-two';
import { describe, expect, it } from 'vitest';

const all = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(fields);
const sctlr = all({ m: fc.boolean(), c: fc.boolean(), i: fc.boolean() });
const hcr = all({
  fwb: fc.boolean(),
  dc: fc.boolean(),
  dct: fc.boolean(),
  cd: fc.boolean(),
  id: fc.boolean(),
});
const s1 = all({ attr: fc.integer({ min: 0, max: 255 }), sh: fc.integer({ min: 0, max: 3 }) });
const s2 = all({
  memAttr: fc.integer({ min: 0, max: 15 }),
  sh: fc.integer({ min: 0, max: 3 }),
  fnxs: fc.boolean(),
});
const access = fc.constantFrom('data' as const, 'instruction' as const);
const input: fc.Arbitrary<AccessInput> = fc.record({ access, sctlr, hcr, s1, s2 });

const usual = (question: AccessInput) => label(accessAttributes(question).permitted[0] as never);

/** ARM-ARM and SAIL94, by way of the facts: MMU off, stage-2 SH = ISH. */
const OFF: [string, Omit<AccessInput, 's2'>, string[]][] = [
  [
    'M = 0, data',
    { sctlr: { m: false } },
    ['Device-nGnRnE', 'Device-nGnRnE', 'Device-nGnRnE', 'WB RWA OSH', 'Device-nGnRnE'],
  ],
  [
    'M = 0, fetch, I = 0',
    { access: 'instruction', sctlr: { m: false, i: false } },
    ['NC OSH', 'NC OSH', 'NC OSH', 'WB RWA OSH', 'NC OSH'],
  ],
  [
    'M = 0, fetch, I = 1',
    { access: 'instruction', sctlr: { m: false, i: true } },
    ['WT RA OSH', 'NC OSH', 'NC OSH', 'WB RA OSH', 'WT RA OSH'],
  ],
  ['DC = 1', { hcr: { dc: true } }, ['WB RWA ISH', 'NC OSH', 'NC OSH', 'WB RWA ISH', 'WB RWA ISH']],
  [
    'DC + DCT',
    { hcr: { dc: true, dct: true } },
    ['WB RWA ISH Tagged', 'NC OSH', 'NC OSH', 'WB RWA ISH Tagged', 'WB RWA ISH Tagged'],
  ],
];
const COLUMNS = [
  { fwb: false, memAttr: 0b1111 },
  { fwb: false, memAttr: 0b0101 },
  { fwb: true, memAttr: 0b101 },
  { fwb: true, memAttr: 0b110 },
  { fwb: true, memAttr: 0b111 },
];

describe('stage 1 off', () => {
  it.each(OFF)('%s', (_name, question, expected) => {
    const got = COLUMNS.map(({ fwb, memAttr }) =>
      usual({ ...question, hcr: { ...question.hcr, fwb }, s2: { memAttr } }),
    );
    expect(got).toEqual(expected);
  });

  it('does not read the byte, and does not need it', () => {
    fc.assert(
      fc.property(input, s1, (question, other) => {
        const off = { ...question, sctlr: { ...question.sctlr, m: false } };
        expect(accessAttributes({ ...off, s1: other })).toEqual(accessAttributes(off));
      }),
    );
  });

  it('DC wins over M, C and I', () => {
    fc.assert(
      fc.property(input, sctlr, (question, other) => {
        const dc = { ...question, hcr: { ...question.hcr, dc: true } };
        expect(accessAttributes({ ...dc, sctlr: other }).permitted).toEqual(
          accessAttributes(dc).permitted,
        );
      }),
    );
  });
});

describe('the controls', () => {
  it('with M = C = 1 and nothing else, data is what combineStages says', () => {
    const plain = (c: Combined) => ({ ...c, because: 0, permitted: new Set(c.permitted) });
    fc.assert(
      fc.property(s1, s2, fc.boolean(), fc.boolean(), (one, two, fwb, mtePerm) => {
        const here = accessAttributes({ s1: one, s2: two, hcr: { fwb }, mtePerm });
        const there = combineStages({ s1: one, s2: two, fwb, mtePerm });
        expect(plain(here)).toEqual(plain(there));
      }),
      { numRuns: 2000 },
    );
  });

  it('CD makes even forced Write-Back Non-cacheable, and leaves Device alone', () => {
    const cd = { cd: true, fwb: true };
    expect(usual({ hcr: cd, s1: { attr: 0xff }, s2: { memAttr: 6 } })).toBe('NC OSH');
    expect(usual({ hcr: cd, s1: { attr: 0x04 }, s2: { memAttr: 7 } })).toBe('Device-nGnRE');
    expect(usual({ hcr: { cd: true }, s1: { attr: 0xff }, s2: { memAttr: 15 } })).toBe('NC OSH');
  });

  it('CD concerns data alone, ID fetches alone', () => {
    const question = { s1: { attr: 0xff }, s2: { memAttr: 15 } } as const;
    const fetch = { ...question, access: 'instruction' } as const;
    expect(usual({ ...fetch, hcr: { cd: true } })).toBe('WB RWA ISH');
    expect(usual({ ...question, hcr: { id: true } })).toBe('WB RWA ISH');
    expect(usual({ ...fetch, hcr: { id: true } })).toBe('NC OSH');
  });

  it('C = 0 makes data Non-cacheable unless stage 2 forces Write-Back', () => {
    const off = { sctlr: { c: false } };
    expect(usual({ ...off, s1: { attr: 0xff }, s2: { memAttr: 15 } })).toBe('NC OSH');
    const forced = { ...off, hcr: { fwb: true }, s1: { attr: 0xff }, s2: { memAttr: 6 } };
    expect(usual(forced)).toBe('WB RWA ISH');
    expect(usual({ ...off, s1: { attr: 0x0c }, s2: { memAttr: 15 } })).toBe('Device-GRE');
  });

  it('never change XS', () => {
    fc.assert(
      fc.property(input, sctlr, (question, other) => {
        const base = { ...question, hcr: { fwb: question.hcr?.fwb ?? false } };
        const on = { ...base, sctlr: { m: true } };
        const limited = {
          ...question,
          sctlr: { ...other, m: true },
          hcr: { ...question.hcr, dc: false },
        };
        expect(accessAttributes(limited as AccessInput).xs).toBe(
          accessAttributes(on as AccessInput).xs,
        );
      }),
    );
  });

  it('a fetch is never Device', () => {
    fc.assert(
      fc.property(input, (question) => {
        const { permitted } = accessAttributes({ ...question, access: 'instruction' });
        expect(permitted.every((attrs) => attrs.type === 'Normal')).toBe(true);
      }),
    );
  });

  it('give steps, one of which decides', () => {
    fc.assert(
      fc.property(input, (question) => {
        const { because } = accessAttributes(question);
        expect(because.filter((step) => step.decides)).toHaveLength(1);
        expect(because.every((step) => step.source.length > 0)).toBe(true);
      }),
    );
  });
});

describe('stage1Attributes', () => {
  it('says what stage 1 hands on', () => {
    expect(stage1Attributes({ s1: { attr: 0xff, sh: 'ISH' } })).toMatchObject({
      on: true,
      type: 'Normal',
      shareabilities: ['ISH'],
      xs: false,
    });
    expect(stage1Attributes({ s1: { attr: 0x04, sh: 'ISH' } })).toMatchObject({
      type: 'Device',
      device: 'nGnRE',
      shareabilities: ['ISH', 'OSH'],
    });
    expect(stage1Attributes({ s1: { attr: 0x44, sh: 'OSH' } }).shareabilities).toEqual(['OSH']);
    expect(stage1Attributes({ sctlr: { m: false } })).toMatchObject({
      on: false,
      type: 'Device',
      device: 'nGnRnE',
      shareabilities: ['OSH'],
      xs: true,
    });
    expect(stage1Attributes({ hcr: { dc: true, dct: true } })).toMatchObject({
      on: false,
      type: 'Normal',
      tagged: true,
      shareabilities: ['NSH'],
      xs: false,
    });
  });

  it('finds nothing in the tables where stage 1 is off', () => {
    const off = { sctlr: { m: false }, s1: { attr: 0x02, sh: 1 } };
    expect(stage1Attributes(off).findings).toEqual([]);
    expect(accessAttributes({ ...off, s2: { memAttr: 15 } }).findings).toEqual([]);
  });

  it('names a reserved byte, which may act as any assigned one', () => {
    expect(stage1Attributes({ s1: { attr: 0x02, sh: 1 } })).toMatchObject({
      type: 'reserved',
      device: null,
      tagged: null,
      findings: [{ field: 's1.attr' }, { field: 's1.sh' }],
    });
    const reserved = accessAttributes({ s1: { attr: 0x02 }, s2: { memAttr: 0 } });
    expect(reserved).toMatchObject({ type: 'Device', device: 'nGnRnE' });
    expect(reserved.findings).toHaveLength(1);
  });
});

describe('bad input', () => {
  it('asks for the byte where stage 1 is on', () => {
    expect(accessAttributes({ s2: { memAttr: 15 } }).error).toEqual({
      code: 'missing-field',
      received: 's1 = nothing',
      expected: 'an object',
      example: 's1: { attr: 0xff }',
      remedy: 'Add s1 with the MAIR byte: stage 1 is on, because M is 1 and DC is 0.',
    });
    expect(stage1Attributes({}).error?.code).toBe('missing-field');
  });

  it('names the place', () => {
    const error = (question: object) => accessAttributes(question as never).error?.received;
    const stage2 = { s2: { memAttr: 15 } };
    expect(error({ ...stage2, sctlr: { m: 1 } })).toBe('sctlr.m = 1 (a number)');
    expect(error({ ...stage2, sctlr: null })).toBe('sctlr = null');
    expect(error({ ...stage2, hcr: { vm: true } })).toBe('hcr.vm = true');
    expect(error({ ...stage2, s1: { attr: 256 } })).toBe('s1.attr = 256 (a number)');
    expect(error({ s2: { memAttr: '15' } })).toBe('s2.memAttr = "15" (a string)');
    expect(error({ ...stage2, access: 'fetch' })).toBe('access = "fetch" (a string)');
    expect(error({ ...stage2, mair: {} })).toBe('mair = an object');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (question, part) => {
        expect(accessAttributes(question as never).kind).toBe('combined');
        expect(stage1Attributes(question as never).kind).toBe('stage1');
        const mixed = { s1: part, s2: part, hcr: part, sctlr: part } as never;
        expect(accessAttributes(mixed).kind).toBe('combined');
      }),
    );
  });
});

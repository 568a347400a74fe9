import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS as COMBINE, PRESET as PAIR } from '../../src/figures/combine/stages.ts';
import { hexByte } from '../../src/figures/combine/hex-byte.ts';
import { FIELDS as DECIDE, PRESET as CASE } from '../../src/figures/decide/case.ts';
import { formatState, parseState, withState } from '../../src/figures/form/address.ts';

const figures = [
  { fields: DECIDE, preset: CASE },
  { fields: COMBINE, preset: PAIR },
];

describe.each(figures)('the state in an address', ({ fields, preset }) => {
  const states = fc.record(
    Object.fromEntries(fields.map((f) => [f.key, fc.constantFrom(...f.options.map(([v]) => v))])),
  );

  it('is read back as it was written, through a real query', () => {
    fc.assert(
      fc.property(states, (values) => {
        const query = withState('?other=1', 'x', formatState(fields, values));
        const read = new URLSearchParams(query).get('x') ?? '';
        expect(parseState(fields, preset, read)).toEqual({ values, problems: [] });
        expect(withState(query, 'x', null)).toBe('?other=1');
      }),
    );
  });

  it('never fails: each part is either used or named in a line', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { values, problems } = parseState(fields, preset, text);
        for (const f of fields) expect(f.options.map(([v]) => v)).toContain(values[f.key]);
        const said = text.replace(/[,\s]/g, '') !== '';
        const used = Object.keys(values).some((key) => text.includes(key));
        expect(!said || used || problems.length > 0).toBe(true);
        for (const line of problems) expect(line.length).toBeLessThan(300);
        expect(problems.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('links as people write them', () => {
  it('lead a release to its rule set, and say so', () => {
    const { values, problems } = parseState(DECIDE, CASE, 'kernel:6.12');
    expect(values).toEqual({ ...CASE, kernel: 'v6.16' });
    expect(problems).toEqual([expect.stringMatching(/^6\.12 follows v6\.16, inferred/)]);
  });

  it('read a byte and a field as the terminal does', () =>
    expect(parseState(COMBINE, PAIR, 's1:bb,s2:6')).toEqual({
      values: { ...PAIR, s1: '0xBB', s2: '0110' },
      problems: [],
    }));
});

describe('bad links', () => {
  it('say what came, what is expected, and what is shown', () => {
    expect(parseState(DECIDE, CASE, 'kernel:v9,fwb:2,color:red,dic:1')).toEqual({
      values: { ...CASE, dic: '1' },
      problems: [
        'The link gives "v9" for kernel; expected v6.16, v6.17, v7.3, or a release such as 6.12. The figure shows v6.17.',
        'The link gives "2" for fwb; expected 0, 1. The figure shows 0.',
        'The link names "color"; this figure knows kernel, vma, type, uncached, linear, fwb, dic, access. It was left out.',
      ],
    });
    expect(parseState(COMBINE, PAIR, 's1:0x1ff').problems).toEqual([
      'The link gives "0x1ff" for s1; expected 0x00 to 0xFF. The figure shows 0x44.',
    ]);
  });
});

describe('a link to a step that is not there', () => {
  it.each(figures)('names the step, and says that the figure has none', ({ fields, preset }) =>
    expect(parseState(fields, preset, 'step:7')).toEqual({
      values: preset,
      problems: ['The link leads to step "7"; this figure has no steps. It was left out.'],
    }),
  );
});

describe('hexByte', () => {
  it.each([
    ['ff', '0xFF'],
    ['0x0c', '0x0C'],
    [' 4 ', '0x04'],
    ['0XbB', '0xBB'],
  ])('reads %j', (typed, byte) => {
    expect(hexByte(typed, '0x44')).toEqual({ byte });
  });

  it.each(['zz', '0x1ff', '-1', '1.5', '0x', 'ff ff', '２', 'x'.repeat(500)])(
    'refuses %j',
    (typed) => {
      const read = hexByte(typed, '0x44');
      expect(read).toHaveProperty(
        'problem',
        expect.stringMatching(/is no byte; expected 00 to FF.* shows 0x44\.$/),
      );
    },
  );

  it('says so when nothing was typed', () => {
    expect(hexByte('  ', '0x44')).toHaveProperty(
      'problem',
      expect.stringMatching(/^Nothing is no byte/),
    );
  });
});

// cspell:words Csvg Fonload Dalert
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KIND_OPTIONS } from '../../../src/figures/numbers/kinds.ts';
import { isLink, readLink, writeLink } from '../../../src/figures/numbers/link.ts';
import { keysOf, PRESET } from '../../../src/figures/numbers/state.ts';
import { parts } from '../../../src/figures/numbers/parts.ts';
import { toHtmlString } from '../../../src/figures/show/node.ts';

/** Links of form 1 as they are out there: none is ever changed, and each opens as long as the site stands. */
const OLD: readonly [fragment: string, opens: Readonly<Record<string, string>>][] = [
  ['#numbers=1.kind:leaf', { kind: 'leaf', regime: 'unknown', fwb: 'unknown' }],
  [
    '#numbers=1.kind:leaf,value:0x40000080000743,regime:stage2,fwb:1,level:2,granule:16K,lpa2:1',
    {
      value: '0x40000080000743',
      regime: 'stage2',
      fwb: '1',
      level: '2',
      granule: '16K',
      lpa2: '1',
    },
  ],
  [
    '#numbers=1.kind:CTR_EL0,value:0x8444c004,other:0xb444c004',
    { kind: 'CTR_EL0', other: '0xb444c004' },
  ],
  [
    '#numbers=1.kind:fault,value:0x92000061,hpfar:0x30010,far:0xffff000008005f00',
    { kind: 'fault', hpfar: '0x30010', far: '0xffff000008005f00' },
  ],
  [
    '#numbers=1.kind:ptdump,line:0x80000000-0x81200000%2018M%202%20R%20W%20px%20ux%20AF%20BLK',
    { kind: 'ptdump', line: '0x80000000-0x81200000 18M 2 R W px ux AF BLK' },
  ],
  ['#numbers=1.kind:leaf,regime:el1-0,mair:0xff', { regime: 'el1-0', mair: '0xff' }],
];

describe('links of form 1', () => {
  it.each(OLD)('%s', (fragment, opens) => {
    expect(isLink(fragment)).toBe(true);
    const { state, problems } = readLink(fragment);
    expect(problems).toEqual([]);
    expect(state).toMatchObject(opens);
    expect(writeLink(state)).toBe(fragment);
  });
});

it('a link leads to the state that wrote it', () => {
  const hex = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((value) => `0x${value.toString(16)}`);
  const line = fc
    .string({ maxLength: 200 })
    .filter((one) => !/[\r\n]/.test(one) && !/\p{Cs}/u.test(one));
  const state = fc.record({
    kind: fc.constantFrom(...KIND_OPTIONS.map(([kind]) => kind)),
    value: hex,
    other: fc.oneof(hex, fc.constant('')),
    regime: fc.constantFrom('unknown', 'stage2', 'el1-0', 'el2-0', 'el2', 'pkvm'),
    fwb: fc.constantFrom('unknown', '0', '1'),
    level: fc.constantFrom('0', '1', '2', '3'),
    granule: fc.constantFrom('4K', '16K', '64K'),
    lpa2: fc.constantFrom('0', '1'),
    mair: hex,
    hpfar: hex,
    far: hex,
    line,
    'other-hpfar': fc.oneof(hex, fc.constant('')),
    'other-far': fc.oneof(hex, fc.constant('')),
    'other-line': line,
  });
  fc.assert(
    fc.property(state, (written) => {
      const { state: read, problems } = readLink(writeLink(written));
      expect(problems).toEqual([]);
      for (const key of keysOf(written))
        expect([key, read[key]]).toEqual([key, written[key as 'kind']]);
    }),
  );
});

describe('a hostile link', () => {
  it.each([
    ['#numbers=2.kind:leaf', /another version/],
    ['#numbers=', /torn/],
    ['#numbers=1', /torn/],
    [`#numbers=1.kind:leaf,value:${'f'.repeat(5000)}`, /longer than any/],
    ['#numbers=1.kind:leaf,value:<img/src=x onerror=alert(1)>', /gives .* for value; expected/],
    ['#numbers=1.kind:leaf,value:%3Csvg%2Fonload%3Dalert(1)%3E', /for value; expected/],
    ['#numbers=1.kind:%E0%A4%A', /for kind; expected/],
    ['#numbers=1.kind:__proto__,constructor:1', /for kind; expected/],
    ['#numbers=1.kind:leaf,value:0x1ffffffffffffffff', /for value; expected a 64-bit value/],
    ['#numbers=1.kind:ptdump,line:a%0Ab', /for line; expected one line/],
  ])('%.60s says what is wrong, and the figure stands', (fragment, said) => {
    const { state, problems } = readLink(fragment);
    expect(problems.join(' ')).toMatch(said);
    expect(Object.keys(state).sort()).toEqual(Object.keys(PRESET).sort());
    expect(Object.values(parts(state)).flat().map(toHtmlString).join('')).not.toMatch(
      /<img|onload=/,
    );
  });

  it('of any text never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { state } = readLink(`#numbers=1.${text}`);
        expect(Object.values(parts(state)).flat().map(toHtmlString).join('')).toContain('nb-');
      }),
      { numRuns: 300 },
    );
  });
});

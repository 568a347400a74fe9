import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ran } from '../../cli/outside.ts';
import { toHtmlString } from '../../../src/figures/show/node.ts';
import { groupsOf, wordOf } from '../../../src/figures/numbers/readings.ts';
import { rowsOf } from '../../../src/figures/numbers/rows.ts';
import { KIND_OPTIONS, exampleOf, isKind } from '../../../src/figures/numbers/kinds.ts';
import { PRESET, take, withKind, type State } from '../../../src/figures/numbers/state.ts';
import { takeAlong } from '../../../src/figures/numbers/take-along.ts';
import { ALL, parts } from '../../../src/figures/numbers/parts.ts';

const text = (state: State): string =>
  Object.values(parts(state))
    .flat()
    .map(toHtmlString)
    .join(' ')
    .replace(/<option[^>]*>[^<]*<\/option>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

/** What a field says in each reading. */
function says(state: State, name: string): readonly string[] {
  const groups = groupsOf(state, ALL.rules);
  return groups.flatMap((group) =>
    rowsOf(group, wordOf(state, group.key), null)
      .filter(({ field }) => field.name === name)
      .flatMap((row) => row.says),
  );
}

const leaf = (value: string, more: State = {}): State => ({ ...PRESET, value, ...more });

describe('a descriptor of which nothing else is known', () => {
  // architecture.md 2a and 2b: MemAttr 0110 is outer NC and inner WT without FWB, Write-Back with it.
  it('is read with and without FWB, and as one of stage 1', () => {
    expect(says(leaf('0x600000800007db'), 'MemAttr[3:0]')).toEqual([
      'Write-Back whatever stage 1 asks',
      'outer NC, inner WT',
    ]);
    expect(says(leaf('0x600000800007db'), 'AttrIndx[2:0]')[0]).toMatch(
      /^byte 6, 0x0: Device-nGnRnE$/,
    );
    expect(text(leaf('0x600000800007db'))).toMatch(/stage 2 exists in the EL1&0 regime alone/);
  });

  it.each([
    ['stage2', 1],
    ['pkvm', 1],
    ['el1-0', 1],
    ['el2', 1],
    ['unknown', 2],
  ])('as %s has %i of the two formats', (regime, count) =>
    expect(groupsOf(leaf('0x3', { regime }), ALL.rules)).toHaveLength(count),
  );

  // Device-nGnRE is 0001 in both codings (architecture.md 2a, 2b).
  it('says where FWB makes no difference', () => {
    expect(text(leaf('0x40000080000747', { regime: 'stage2' }))).toMatch(
      /Device-nGnRE: the same with FWB 0 and 1/,
    );
  });

  // Linux since 5.13: MT_NORMAL 0, MT_DEVICE_nGnRE 4; MAIR_EL1 0x40044ffff (ARCH734).
  it.each([
    ['0x68000080280703', /byte 0, 0xff: Normal WB RWA; MT_NORMAL in Linux/],
    ['0x6800009c090f13', /byte 4, 0x4: Device-nGnRE; MT_DEVICE_nGnRE in Linux/],
  ])('%s of stage 1 gets its type from MAIR', (value, said) =>
    expect(text(leaf(value, { regime: 'el1-0' }))).toMatch(said),
  );
});

// Xen printed these: its HCR_EL2 has VM, SWIO, PTW, FMO, IMO, AMO and RW, and no FWB.
it('what a hypervisor printed is read by the bits of the manual', () => {
  const hcr = withKind(PRESET, 'HCR_EL2');
  for (const name of ['VM', 'SWIO', 'FMO', 'IMO', 'AMO', 'TSC', 'TSW'])
    expect([name, ...says(hcr, name)]).toEqual([name, 'yes']);
  expect(says(hcr, 'PTW')).toEqual(['stage-2 Permission fault']);
  expect(says(hcr, 'RW')).toEqual(['AArch64']);
  expect(says(hcr, 'FWB')).toEqual(['MemAttr as in Armv8.0']);
  const vtcr = withKind(PRESET, 'VTCR_EL2');
  expect(says(vtcr, 'TG0')).toEqual(['4K']);
  expect(says(vtcr, 'T0SZ')).toEqual(['44 bits of IPA']);
  expect(says(vtcr, 'PS')).toEqual(['44 bits']);
});

// The lab's Neoverse V1 has all three; its register is that of the QEMU model.
it('what a CPU printed says FWB, IDC and DIC', () => {
  const ctr = withKind(PRESET, 'CTR_EL0');
  expect([says(ctr, 'DIC'), says(ctr, 'IDC')].flat()).toEqual(['not needed', 'not needed']);
  expect(says(withKind(PRESET, 'ID_AA64MMFR2_EL1'), 'FWB')).toEqual(['FEAT_S2FWB']);
});

// kernel.md 15: 0x92000061 = EC 0x24, ISV 0, WnR 1, status 0x21, for which HPFAR_EL2 is not written.
it('three registers of a fault are read together', () => {
  const state = { ...withKind(PRESET, 'fault'), value: '0x92000061', far: '0xffff0000802000a4' };
  expect(text(state)).toMatch(/write, alignment\. No guest physical address/);
  expect(text(withKind(PRESET, 'fault'))).toMatch(
    /write, translation, level 3.*\(IPA\): 0x9000018/,
  );
});

describe('two numbers', () => {
  it('differ in the fields whose bits differ, and say so in words', () => {
    const state = { ...withKind(PRESET, 'CTR_EL0'), value: '0xb444c004', other: '0x9444c004' };
    const [group] = groupsOf(state, ALL.rules);
    const rows = group ? rowsOf(group, wordOf(state, 'value'), wordOf(state, 'other')) : [];
    const differing = rows.filter(({ other }) => other?.differs).map(({ field }) => field.name);
    expect(differing).toEqual(['DIC']);
    expect(text(state)).toMatch(/≠ differs: 0x0 needed/);
  });
});

describe('two of every other kind', () => {
  // R_FKLWR: HPFAR_EL2 holds bits [55:12] of the address from bit 4 on, FAR_EL2 bits [11:0].
  it('faults are compared register by register, and together', () => {
    const state = {
      ...withKind(PRESET, 'fault'),
      value: '0x93800047',
      hpfar: '0x90000',
      far: '0x18',
      'other-hpfar': '0x90010',
    };
    const said = text(state);
    expect(said).toMatch(/Guest physical address \(IPA\): 0x9000018\./);
    expect(said).toMatch(/Compared with .*≠ Guest physical address \(IPA\): 0x9001018\./);
    expect(said).toMatch(/≠ differs: 0x9001/);
    expect(takeAlong(ALL, state, 'command', '').split('\n')).toEqual([
      'npm run -s stage-two -- decode fault 0x93800047 0x90000 0x18',
      'npm run -s stage-two -- decode fault 0x93800047 0x90010 0x18',
    ]);
    expect(takeAlong(ALL, state, 'markdown', '')).toMatch(
      /HPFAR_EL2\*\* `0x90000`, compared with 0x90010/,
    );
  });

  it('lines of a dump are compared word by word, and say whose table they are of', () => {
    const line = PRESET['line'] ?? '';
    const state = {
      ...withKind(PRESET, 'ptdump'),
      'other-line': line
        .replace(' ro ', ' RW ')
        .replace('0xffff800008200000', '0xffff800008400000'),
    };
    const said = text(state);
    expect(said).toMatch(/Compared with stage 1, level PTE: 0xffff800008400000 to/);
    expect(said).toMatch(/≠ differs: RW/);
    expect(said).not.toMatch(/≠ differs: AF/);
    expect(said).toMatch(/host kernel&#39;s own tables, stage 1/);
    expect(takeAlong(ALL, state, 'markdown', '')).toMatch(/\| ≠ RW \|/);
  });

  it('a line that is none is said to be none', () => {
    expect(text({ ...withKind(PRESET, 'ptdump'), 'other-line': 'hello' })).toMatch(
      /Compared with no line of a dump: expected/,
    );
  });
});

describe('a number in any spelling', () => {
  it.each([
    ['0xB444_C004', '0xb444c004', ''],
    ['b444c004', '0xb444c004', ''],
    ["'0xb444c004'", '0xb444c004', ''],
    ['CTR_EL0 = 0xb444c004', '0xb444c004', 'CTR_EL0'],
    ['ID_AA64MMFR2_EL1: 0x1011', '0x1011', 'ID_AA64MMFR2_EL1'],
    ['HCR_EL2: 00000000807c663f', '0x807c663f', 'HCR_EL2'],
  ])('%s', (typed, value, kind) => {
    const { state, problem } = take(withKind(PRESET, 'VTCR_EL2'), 'value', typed);
    expect(problem).toBe('');
    expect(state).toMatchObject({ value, kind: kind === '' ? 'VTCR_EL2' : kind });
  });

  it('of digits alone is read as hexadecimal, and the other reading is offered', () => {
    const taken = take(PRESET, 'value', '2219081732');
    expect(taken.state['value']).toBe('0x2219081732');
    expect(taken.decimal).toBe(`0x${(2219081732).toString(16)}`);
  });

  it('in a line of three registers goes to the field of its register', () => {
    expect(
      take(withKind(PRESET, 'fault'), 'value', 'HPFAR_EL2: 0000000000e65d00').state,
    ).toMatchObject({
      kind: 'fault',
      hpfar: '0xe65d00',
      value: '0x93800047',
    });
  });

  it.each(['', 'zz', '1.5', '<b>x</b>', '0x10000000000000000'])('%j keeps what stands', (typed) => {
    const { state, problem } = take(PRESET, 'value', typed);
    expect(state).toBe(PRESET);
    expect(problem).toMatch(/expected hex digits, such as 0x84448004.*keeps 0x600000800007db/);
  });
});

describe('an answer to take along', () => {
  const states = KIND_OPTIONS.map(([kind]) => (isKind(kind) ? withKind(PRESET, kind) : PRESET));

  it.each(states.map((state) => [state['kind'], state] as const))(
    '%s: its commands run in the terminal',
    (_, state) => {
      for (const line of takeAlong(ALL, state, 'command', '').split('\n')) {
        const [command = '', quoted] = line.replace('npm run -s stage-two -- ', '').split("'");
        const words = command.split(' ').filter((word) => word !== '');
        const { code, out } = ran(quoted === undefined ? words : [...words, quoted]);
        expect([line, code]).toEqual([line, 0]);
        expect(out.join('')).not.toBe('');
      }
    },
  );

  it('is data, and a table for a mail', () => {
    const data = JSON.parse(takeAlong(ALL, withKind(PRESET, 'CTR_EL0'), 'json', '/x')) as {
      numbers: { fields: { name: string; value: string }[] }[];
    };
    expect(data.numbers[0]?.fields.find(({ name }) => name === 'DIC')?.value).toBe('0x1');
    expect(takeAlong(ALL, PRESET, 'markdown', '/x')).toMatch(
      /\| MemAttr\[3:0\] \| 5:2 \| 0x6 \| Write-Back/,
    );
  });
});

it('draws every kind from any number, with an option for what stands in each list', () => {
  const word = fc
    .bigInt({ min: 0n, max: 2n ** 64n - 1n })
    .map((value) => `0x${value.toString(16)}`);
  const kind = fc.constantFrom(...KIND_OPTIONS.map(([value]) => value));
  fc.assert(
    fc.property(kind, word, word, (name, value, other) => {
      const state = { ...PRESET, kind: name, value, other, mair: value };
      const html = Object.values(parts(state)).flat().map(toHtmlString).join('');
      expect(html.length).toBeGreaterThan(500);
      for (const [whole, now] of html.matchAll(
        /<select data-field="[^"]*" data-now="(\d+)".*?<\/select>/g,
      ))
        expect(whole).toContain(`<option value="${now}" selected>`);
    }),
    { numRuns: 40 },
  );
  expect(exampleOf('FAR_EL2')).toBe('0x0');
});

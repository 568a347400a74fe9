import { describe, expect, it } from 'vitest';
import * as model from '../../../src/model/index.ts';
import { hasTest, isAsked } from '../../../src/figures/cells/commands.ts';
import { asVitest } from '../../../src/figures/cells/vitest.ts';
import { PRESET as COMBINE } from '../../../src/figures/combine/stages.ts';
import { PRESET as DECIDE } from '../../../src/figures/decide/case.ts';
import { PRESET as MIGRATION } from '../../../src/figures/migration/case.ts';

const AT = { name: 'A figure', link: 'https://guide.example/guide/x/?x=1' };
const PAGE = { policy: 'fallback-to-device', fwb: '0', dic: '0', guest: 'wb' };

/** Runs a test as Vitest would, with its rows; how many there are and how many hold. */
function ran(text: string): { rows: number; held: number } {
  const body = text.replace(/^import .*$/gm, '');
  let [rows, held] = [0, 0];
  const each = {
    each: (all: readonly (readonly [unknown, unknown])[]) => (_: string, test: Test) => {
      for (const [answer, says] of all) {
        rows += 1;
        test(answer, says);
      }
    },
  };
  const see = (answer: unknown) => ({ toBe: (says: unknown) => (held += Number(answer === says)) });
  const names = Object.keys(model);
  new Function('it', 'expect', ...names, body)(each, see, ...Object.values(model));
  return { rows, held };
}
type Test = (answer: unknown, says: unknown) => void;

const FIGURES = [
  ['combine', COMBINE, 1, '"WB"'],
  ['decide', DECIDE, 1, 'fails EFAULT'],
  ['break-it', PAGE, 5, '"leaks"'],
  ['stepper', { ...PAGE, vma: 'cacheable', property: 'noLeak', step: '2' }, 1, '"leaks"'],
  ['verdicts', { vma: 'cacheable', guest: 'wb' }, 52, '"leaks"'],
  ['space', {}, 1, 'refuse'],
  ['migration', MIGRATION, 1, '"not begun; the source runs on"'],
  ['decode', { of: 'byte', value: '0x44' }, 1, '"NC"'],
  ['decode', { of: 'CTR_EL0', value: '0x84448004' }, 1, 'DIC'],
  [
    'asking-the-host',
    { kernel: 'v7.3', on: 'vm', fwb: '1', dic: '1', protected: '0' },
    1,
    '"supported"',
  ],
  ['leak', {}, 1, '"leaks"'],
  ['leak-by-host', { fwb: '1', dic: '1' }, 1, '"leaks"'],
] as const;

// All bytes; 16 values in four codings; three kernels with 64 inputs; 64, 16 and 4 of them; 16 hosts; two
// kinds of cache, seven leaves, five lines.
const TABLES = [
  ['mair', 256],
  ['memattr', 64],
  ['cap', 192],
  ['cap-all', 192],
  ['trap', 252],
  ['cmo', 16],
  ['icache', 70],
] as const;

describe('what a figure shows, as a test', () => {
  it.each(FIGURES)('%s %j has %i answers, and holds', (kind, state, rows, says) => {
    expect(hasTest(kind, state)).toBe(true);
    const text = asVitest({ ...AT, kind, state }) ?? '';
    expect(text).toContain(AT.link);
    expect(text).toContain(says);
    expect(ran(text)).toEqual({ rows, held: rows });
  });

  it('fails where the model would answer otherwise', () => {
    const text = asVitest({
      ...AT,
      kind: 'combine',
      state: { s1: '0x44', s2: '0b0110', fwb: '1' },
    });
    expect(ran((text ?? '').replace('"WB"', '"NC"'))).toEqual({ rows: 1, held: 0 });
  });

  it.each([
    ['break-it', { ...PAGE, policy: 'no-cmos' }],
    ['rows', {}],
    ['toString', {}],
  ])('%s %j has none', (kind, state) => {
    expect(hasTest(kind, state)).toBe(false);
    expect(asVitest({ ...AT, kind, state })).toBeNull();
  });

  it.each(['\n//', "');process.exit();//", '`${1}`'])(
    'a state %j is text and no program',
    (bad) => {
      const state = { ...PAGE, vma: bad, property: bad, guest: bad };
      expect(ran(asVitest({ ...AT, kind: 'stepper', state }) ?? '')).toEqual({ rows: 1, held: 1 });
    },
  );
});

it.each(TABLES)('the table %s has %i answers as a test, and each holds', (kind, rows) => {
  expect(isAsked(kind)).toBe(true);
  expect(ran(asVitest({ ...AT, kind, state: {} }) ?? '')).toEqual({ rows, held: rows });
});

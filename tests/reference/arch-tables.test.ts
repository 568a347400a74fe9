import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  combineStages,
  decodeMairAttr,
  decodeStage2MemAttr,
  describe as tell,
  label,
  maintenanceNeeded,
  memoryName,
  type Combined,
} from '../../src/model/index.ts';
import { Site } from '../site/browser.ts';
import { builtRows, type BuiltRow } from './support/rows.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const BYTES = Array.from({ length: 256 }, (_, byte) => byte);
const MEM_ATTRS = Array.from({ length: 16 }, (_, memAttr) => memAttr);
const bits = (memAttr: number) => memAttr.toString(2).padStart(4, '0');
const hex = (byte: number) => `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;

test('the table of MAIR bytes says of each byte what the model says', async () => {
  const rows = (await builtRows(site, '/reference/mair-byte/'))('mair');
  expect(rows).toHaveLength(256);
  for (const byte of BYTES) {
    const row = rows[byte];
    const decoded = decodeMairAttr(byte);
    const { inner, outer, requires, permitted } = decoded;
    expect(row?.id).toBe(`mair-${hex(byte).toLowerCase()}`);
    const needs = requires === null || requires === 'none' ? '–' : requires;
    const own = [hex(byte), memoryName(decoded)];
    const half = (of: typeof inner) =>
      of === null ? '–' : label({ device: null, inner: of, outer: of });
    const tagged = decoded.tagged === true ? 'yes' : 'no';
    const xs = decoded.xs === true ? '1' : '0';
    const cells =
      permitted === null ? [half(outer), half(inner), tagged, xs, needs] : [permitted, needs];
    expect(row?.cells, hex(byte)).toEqual([...own, ...cells]);
  }
});

test('the square of MAIR bytes leads to each row, with the memory in words', async () => {
  const page = await site.visit('/reference/mair-byte/', { javaScriptEnabled: false });
  const links = await page.$$eval('.tab-map a', (all) =>
    all.map((link) => [link.getAttribute('href'), link.getAttribute('aria-label')]),
  );
  const expected = BYTES.map((byte) => {
    const decoded = decodeMairAttr(byte);
    const halves = `${decoded.outer?.cacheability} ${decoded.inner?.cacheability}, outer then inner`;
    const name = memoryName(decoded) === 'mixed' ? halves : memoryName(decoded);
    return [`#mair-${hex(byte).toLowerCase()}`, `${hex(byte)}: ${name}`];
  });
  expect(links).toEqual(expected);
  await page.context().close();
});

test('the square of MAIR bytes is one stop of the Tab key, with arrow keys inside', async () => {
  const page = await site.visit('/reference/mair-byte/');
  const stops = page.locator('.tab-map a:not([tabindex="-1"])');
  expect(await stops.count()).toBe(256);
  await page.locator('.tab-map a').nth(0x44).focus();
  await expect.poll(() => stops.count()).toBe(1);
  for (const [key, byte] of [
    ['ArrowRight', '0x45'],
    ['ArrowDown', '0x55'],
    ['Home', '0x50'],
    ['ArrowLeft', '0x50'],
    ['End', '0x5F'],
    ['ArrowUp', '0x4F'],
  ] as const) {
    await page.keyboard.press(key);
    const focused = page.locator('.tab-map a:focus');
    expect(await focused.getAttribute('href'), key).toBe(`#mair-${byte.toLowerCase()}`);
    expect(await stops.getAttribute('href')).toBe(`#mair-${byte.toLowerCase()}`);
  }
  await page.context().close();
});

test('the table of stage-2 encodings says of each value what the model says', async () => {
  const rows = (await builtRows(site, '/reference/stage-2-encodings/'))('memattr');
  expect(rows).toHaveLength(16);
  for (const memAttr of MEM_ATTRS) {
    const { cells = [] } = rows[memAttr] ?? {};
    expect(cells[0]).toBe(bits(memAttr));
    for (const [i, fwb] of [false, true].entries()) {
      const plain = decodeStage2MemAttr(memAttr, { fwb });
      const tags = decodeStage2MemAttr(memAttr, { fwb, mtePerm: true });
      expect(cells[1 + 2 * i]?.split(' / ')[0], bits(memAttr)).toBe(memoryName(plain));
      const same = JSON.stringify(plain) === JSON.stringify(tags);
      expect(cells[2 + 2 * i]?.split(' / ')[0], bits(memAttr)).toBe(
        same ? 'the same' : memoryName(tags),
      );
      for (const [decoded, cell] of [
        [plain, cells[1 + 2 * i]],
        ...(same ? [] : ([[tags, cells[2 + 2 * i]]] as const)),
      ] as const) {
        expect(cell).toContain(decoded.permitted ?? '');
        expect(cell).toContain(decoded.noTagAccess ? 'NoTagAccess' : '');
        expect(cell).toContain(decoded.res0Set ? 'RES0' : '');
        const tree = tell(decoded);
        const effect = tree.kind === 'attributes' ? new Map(tree.facts).get('effect') : undefined;
        const said = fwb && decoded.permitted === null;
        expect(effect !== undefined || !said, bits(memAttr)).toBe(true);
        expect(cell).toContain(said ? effect : '');
      }
    }
  }
});

describe('the combining table', async () => {
  /** What a row says of its result: the chip, and the words that stand under it. */
  const resultOf = (row: BuiltRow | undefined) => row?.cells[2]?.split(' / ') ?? [];
  const words = ({ inner, outer, tagged, noTagAccess, ...result }: Combined) =>
    [
      memoryName({ ...result, inner, outer }) === 'mixed' &&
        `inner ${inner?.cacheability}, outer ${outer?.cacheability}`,
      tagged === true && 'Tagged',
      noTagAccess === true && 'NoTagAccess',
    ].filter((word) => word !== false);

  test('has each byte in one family', async () => {
    const rows = (await builtRows(site, '/reference/combining/'))('family');
    const seen = rows.flatMap(({ cells }) => bytesOf(cells[2] ?? ''));
    expect(seen.toSorted((a, b) => a - b)).toEqual(BYTES);
  });

  test.each([false, true])(
    'has each pair in one row, with the answer of the model, FWB %s',
    async (fwb) => {
      const rows = await builtRows(site, '/reference/combining/');
      const familyOf = familiesOf(rows('family'));
      for (const attr of BYTES)
        for (const memAttr of MEM_ATTRS) {
          const pair = `${hex(attr)} under ${bits(memAttr)}, FWB ${fwb}`;
          const own = rows('combine').filter(
            ({ data }) =>
              data['fwb']?.includes(fwb ? '1' : '0') &&
              data['s1']?.includes(familyOf.get(attr) ?? '') &&
              data['s2']?.includes(bits(memAttr)),
          );
          expect(own, pair).toHaveLength(1);
          const combined = combineStages({ s1: { attr }, s2: { memAttr }, fwb });
          const [chip, said = ''] = resultOf(own[0]);
          expect(chip, pair).toBe(memoryName(combined));
          for (const word of words(combined)) expect(said, pair).toContain(word);
          expect(combined.tagged === false && said.includes('Tagged'), pair).toBe(false);
          if (chip !== 'reserved') {
            checkDetails(pair, own[0]?.cells ?? [], attr, memAttr, fwb);
            continue;
          }
          const named = combined.permitted.map(memoryName).filter((one) => one !== 'mixed');
          const open = combined.permitted.length === 0 ? ['nothing is asserted'] : named;
          for (const one of open) expect(said, pair).toContain(one);
        }
    },
  );

  test('has each pair that FEAT_MTE_PERM changes, and no other', async () => {
    const rows = await builtRows(site, '/reference/combining/');
    const familyOf = familiesOf(rows('family'));
    const kind = ({ type, device, inner, outer, tagged, noTagAccess, permitted }: Combined) =>
      [
        type,
        device,
        inner?.cacheability,
        outer?.cacheability,
        tagged === true,
        noTagAccess,
        type === 'reserved' && permitted.length === 0,
      ].join();
    for (const fwb of [false, true])
      for (const attr of BYTES.filter((byte) => decodeMairAttr(byte).type !== 'reserved'))
        for (const memAttr of MEM_ATTRS) {
          const ask = (mtePerm: boolean) =>
            combineStages({ s1: { attr }, s2: { memAttr }, fwb, mtePerm });
          const changed = kind(ask(false)) !== kind(ask(true));
          const own = rows('mteperm').filter(
            ({ data }) =>
              data['fwb']?.includes(fwb ? '1' : '0') &&
              data['s1']?.includes(familyOf.get(attr) ?? '') &&
              data['s2']?.includes(bits(memAttr)),
          );
          const pair = `${hex(attr)} under ${bits(memAttr)}, FWB ${fwb}`;
          expect(own.length, pair).toBe(changed ? 1 : 0);
          if (!changed) continue;
          expect(resultOf(own[0])[0], pair).toBe(memoryName(ask(true)));
          for (const word of words(ask(true))) expect(resultOf(own[0])[1], pair).toContain(word);
        }
  });

  test('has the shareability of the model', async () => {
    const rows = (await builtRows(site, '/reference/combining/'))('sh');
    const names = ['NSH', 'ISH', 'OSH'] as const;
    expect(rows.map(({ cells }) => cells)).toEqual(
      names.map((s1) => [
        s1,
        ...names.map(
          (s2) =>
            combineStages({
              s1: { attr: 0xff, sh: s1 },
              s2: { memAttr: 0b1111, sh: s2 },
              fwb: false,
            }).shareability,
        ),
      ]),
    );
  });
});

/** Hints, shareability and XS of one pair, against what its row says of all its pairs. */
function checkDetails(
  pair: string,
  cells: readonly string[],
  attr: number,
  memAttr: number,
  fwb: boolean,
): void {
  const [, , , hints = '', shareability = '', xs = ''] = cells;
  const s1 = decodeMairAttr(attr);
  const result = combineStages({ s1: { attr }, s2: { memAttr }, fwb });
  for (const half of ['inner', 'outer'] as const) {
    const to = result[half];
    if (to === null || to.hints === null) continue;
    const kept = s1[half]?.hints === to.hints && s1[half]?.transient === to.transient;
    expect(hints, pair).toContain(kept ? 'of stage 1' : `${to.hints} where stage 1 has none`);
  }
  const sh = (s1Sh: 'NSH' | 'ISH') =>
    combineStages({ s1: { attr, sh: s1Sh }, s2: { memAttr, sh: 'NSH' }, fwb }).shareability;
  const always = sh('NSH') === 'OSH' && sh('ISH') === 'OSH';
  expect(shareability, pair).toContain(always ? 'OSH' : 'wider');
  const [clear = '', set] = xs.split(' / with FnXS ');
  for (const [fnxs, said] of [
    [false, clear],
    [true, set ?? clear],
  ] as const) {
    const asked = combineStages({ s1: { attr }, s2: { memAttr, fnxs }, fwb }).xs;
    if (asked === null) continue;
    const expected = said === 'of stage 1' ? s1.xs : said === '1';
    expect([pair, fnxs, asked]).toEqual([pair, fnxs, expected]);
  }
}

function bytesOf(text: string): number[] {
  const spans = [...text.matchAll(/0x([0-9A-F]{2})(?:–0x([0-9A-F]{2}))?/g)];
  return spans.flatMap(([, first = '', last = first]) => {
    const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

function familiesOf(rows: readonly BuiltRow[]): Map<number, string> {
  return new Map(
    rows.flatMap(({ id, cells }) =>
      bytesOf(cells[2] ?? '').map((byte) => [byte, id.replace('family-', '')] as const),
    ),
  );
}

test('the maintenance table says of each processor what the model says', async () => {
  const rows = (await builtRows(site, '/reference/maintenance/'))('cmo');
  expect(rows).toHaveLength(3 * 8);
  const OPERATIONS = [
    ['cleanToPoC', 'clean to PoC'],
    ['cleanToPoU', 'clean to PoU'],
    ['invalidateIToPoU', 'invalidate I to PoU'],
  ] as const;
  for (const { group, cells } of rows) {
    const [fwb, idc, dic] = [...(cells[0] ?? '').matchAll(/[01]/g)].map(([bit]) => bit === '1');
    const codings = [...group.matchAll(/\b[01]{4}\b/g)].map(([value]) => Number.parseInt(value, 2));
    const memAttr = (fwb ? codings.at(-1) : codings[0]) ?? -1;
    const host = { fwb: fwb === true, idc: idc === true, dic: dic === true };
    for (const [i, executable] of [false, true].entries()) {
      const answer = maintenanceNeeded({ ...host, memAttr, executable });
      const needed = OPERATIONS.filter(([name]) => answer[name]?.needed).map(([, name]) => name);
      expect(cells[1 + i], `${group} ${cells[0]}`).toBe(needed.join(' / ') || 'nothing');
      for (const { permitted } of answer.findings) expect(cells[0]).toContain(permitted);
    }
  }
});

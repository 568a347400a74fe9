import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readObservations } from '../../../src/book/lists/observations.ts';
import { contentDir } from '../../../src/book/places.ts';
import type { Cell } from '../../../src/figures/observations/cell.ts';
import { comparedIds } from '../../../src/figures/observations/compared-ids.ts';
import { drawBody } from '../../../src/figures/observations/draw-map.ts';
import { casePlace } from '../../../src/figures/observations/draw-words.ts';
import { linesOf } from '../../../src/figures/observations/lines.ts';
import { BY_CPU, BY_KERNEL, mapParts } from '../../../src/figures/observations/rows.ts';
import { toHtmlString } from '../../../src/figures/show/node.ts';
import { agreement } from '../../../src/observations/agreement.ts';
import { byRank } from '../../../src/observations/rank.ts';
import { caseIds, versionsOf } from '../../../src/observations/runs.ts';
import type { Recorded } from '../../../src/observations/schema.ts';
import { changed, withBoth, withNeither } from '../../observations/support/made.ts';

const runs = readObservations(contentDir()).runs.toSorted(byRank);
const kernels = versionsOf(runs).map(
  (version) => [version, runs.filter(({ kernel }) => kernel.version === version)] as const,
);

/** The recorded files once more, read without anything of ours: what is there to be counted. */
const folder = join(contentDir(), 'data/observations');
interface Raw {
  kernel: { version: string };
  cases: {
    id: string;
    vma: { errno: string | null };
    slot: { errno: string | null } | null;
    then: { errno: string | null } | null;
    run: { ioctl: string | null; detail: { at: string } | null } | null;
    leaf: { memAttr: number } | null;
  }[];
}
const files = [folder, join(folder, 'drivers')].flatMap((dir) =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(dir, name), 'utf8')) as Raw),
);

describe.each(kernels)('the map of Linux %s', (version, own) => {
  const parts = mapParts(own, caseIds(own), BY_CPU);
  const rows = parts.flatMap((part) => part.rows);
  const raw = files
    .filter(({ kernel }) => kernel.version === version)
    .flatMap(({ cases }) => cases);
  /** Cases that a sign stands for: those of its row, on the CPUs under it. */
  const counted = (has: (cell: Cell) => boolean): number =>
    rows.reduce(
      (sum, { cases, cells }) =>
        sum +
        cases.length *
          cells.filter(has).reduce((columns, cell) => columns + cell.columns.length, 0),
      0,
    );

  test('has a sign for each case on each CPU, once', () => {
    expect(counted(() => true)).toBe(raw.length);
    const ids = rows.flatMap(({ cases }) => cases.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids)).toEqual(new Set(raw.map(({ id }) => id)));
    for (const { cells } of rows)
      expect(cells.every(({ endings }) => endings.length === 1)).toBe(true);
  });

  test('shows as many refusals, failures and leaves as the files have', () => {
    const refused = ({ vma, slot, then }: Raw['cases'][number]) =>
      (slot === null ? vma.errno : (slot.errno ?? then?.errno)) != null;
    const ended = raw.filter((one) => !refused(one));
    expect(counted(({ endings: [end] }) => end?.verdict === 'refused')).toBe(
      raw.filter(refused).length,
    );
    for (const errno of ['EFAULT', 'EINVAL', 'EPERM'])
      expect(
        counted(({ endings: [end] }) => end?.verdict === 'fails' && end.errno === errno),
        errno,
      ).toBe(ended.filter(({ run }) => run?.ioctl === errno).length);
    // MemAttr 0b0001 is Device-nGnRE with FWB and without it, by the Arm ARM.
    const device = ended.filter(({ run, leaf }) => run?.ioctl === null && leaf?.memAttr === 1);
    expect(counted(({ endings: [end] }) => end?.memory === 'Device-nGnRE')).toBe(
      device.filter(({ run }) => run?.detail?.at === 'doorbell').length,
    );
  });

  test('has every case as a place that a link can lead to', () => {
    const html = parts.map((part) => toHtmlString(drawBody(part, casePlace))).join('');
    const places = [...html.matchAll(/ id="case-([^"]+)"/g)].map(([, id]) => id);
    expect(places.toSorted()).toEqual([...new Set(raw.map(({ id }) => id))].toSorted());
  });

  test('says in words each agreement that is counted', () => {
    const said = parts.flatMap((part) =>
      part.rows.flatMap(({ cases }) =>
        linesOf(
          part.runs,
          cases.map(({ id }) => id),
        ),
      ),
    );
    // Beside the cases a run has two answers, to 243.
    const agreed = said.reduce((sum, line) => sum + line.agreed, 0);
    expect(agreed + 2 * own.length).toBe(agreement(own).agrees);
    expect(said.flatMap(({ differs }) => differs)).toEqual([]);
  });
});

test('the kernels side by side have each case that they are compared by', () => {
  const ids = comparedIds(runs);
  expect(ids.length).toBeGreaterThan(70);
  const parts = mapParts(runs, ids, BY_KERNEL);
  const shown = parts.flatMap(({ rows }) => rows.flatMap(({ cases }) => cases.map(({ id }) => id)));
  expect(shown.toSorted()).toEqual([...ids].toSorted());
  for (const { groups, rows } of parts) {
    const own = new Set(rows.flatMap(({ cases }) => cases.map(({ id }) => id)));
    // A kernel that was asked about none of them, as the driver's, has no column.
    const asked = kernels.filter(([version]) =>
      runs.some(
        ({ kernel, cases }) => kernel.version === version && cases.some(({ id }) => own.has(id)),
      ),
    );
    expect(groups.map(({ name }) => name)).toEqual(asked.map(([version]) => `Linux ${version}`));
    for (const { cells } of rows)
      expect(cells.filter(({ starts }) => starts)).toHaveLength(asked.length);
  }
});

describe('a sign', () => {
  const mapOf = (...some: Recorded[]) => mapParts(some, caseIds(some), BY_CPU)[0];
  const cellsOf = (...some: Recorded[]) =>
    mapOf(...some)?.rows.flatMap(({ cells }) =>
      cells.map(({ endings, beside, columns }) => [
        endings.map(({ memory, verdict }) => memory ?? verdict).join(),
        beside,
        columns.map(({ name }) => name).join(' '),
      ]),
    );

  test('stands for each CPU that saw the same', () => {
    expect(cellsOf(withBoth, withNeither)).toEqual([
      ['WB', 'agrees', 'v1'],
      ['refused', 'agrees', 'n1'],
    ]);
    expect(cellsOf(withBoth, { ...withBoth, cpu: 'neoverse-n2' })).toEqual([
      ['WB', 'agrees', 'v1 n2'],
    ]);
  });

  test('says where a kernel answered otherwise than the model, and the words say what', () => {
    const odd = changed(withNeither, (one) => ({ ...one, slot: { flags: [], errno: 'EPERM' } }));
    expect(cellsOf(withBoth, odd)?.at(-1)).toEqual(['refused', 'differs', 'n1']);
    const part = mapOf(withBoth, odd);
    const html = part ? toHtmlString(drawBody(part, casePlace)) : '';
    expect(html).toContain('differs: memslot: EPERM, model EINVAL.');
    expect(html.match(/om-other/g)).toHaveLength(1);
  });

  test('says so where the map call and the leaf do not fit', () => {
    const torn = changed(withBoth, (one) => ({
      ...one,
      leaf: one.leaf && { ...one.leaf, descriptor: '0x00000000700007c7' },
    }));
    expect(cellsOf(torn)?.[0]?.[1]).toBe('differs');
  });

  test('says where nobody asked the model', () => {
    const untyped = changed(withBoth, (one) => ({
      ...one,
      vma: { ...one.vma, attrIndx: null, pgprot: null },
    }));
    expect(cellsOf(untyped)?.[0]?.[1]).not.toBe('agrees');
  });
});

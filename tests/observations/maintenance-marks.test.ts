import { expect, test } from 'vitest';
import { readObservations } from '../../src/book/lists/observations.ts';
import { contentDir } from '../../src/book/places.ts';
import { toHtmlString, type HNode } from '../../src/figures/show/node.ts';
import { withSightings } from '../../src/figures/show/sighting.ts';
import { kvmMaintenanceTable } from '../../src/figures/tables/kvm-maintenance.ts';
import { inside, type Cell, type Row } from '../../src/figures/tables/table.ts';
import { hostOf } from '../../src/observations/host.ts';
import { byRank } from '../../src/observations/rank.ts';
import type { Recorded, RecordedCase } from '../../src/observations/schema.ts';
import { seenIn } from '../../src/observations/seen.ts';

/*
 * What was maintained is read here from the recorded calls alone, without the model: the prot bits of
 * a map call say type and execution, and a later call that only adds bits is relax_perms.
 */
const runs = readObservations(contentDir()).runs.toSorted(byRank);

interface Work {
  readonly columns: readonly string[];
  readonly dcache: boolean;
  readonly icache: boolean;
}

const has = ({ maintenance }: RecordedCase, cache: 'dcache' | 'icache'): boolean =>
  maintenance.some(({ on }) => on === cache);

const executable = (prot: readonly string[]): string =>
  prot.some((bit) => bit === 'X' || bit === 'UX' || bit === 'PX') ? 'both' : 'none';

/** The work of a case with one map call that succeeded and nothing else; null for all others. */
function workOf(run: Recorded, one: RecordedCase): Work | null {
  const [map, another] = one.map;
  if (run.mode === 'protected' || map === undefined || another !== undefined) return null;
  if (map.errno !== null || one.relax.length > 0) return null;
  const type = ['DEVICE', 'NORMAL_NC'].find((bit) => map.prot.includes(bit)) ?? 'NORMAL';
  const { fwb, dic } = hostOf(run);
  const bits = [fwb, dic].map((set) => (set ? '1' : '0'));
  return {
    columns: ['map', type, 'invalid', executable(map.prot), 'none', '0', ...bits],
    dcache: has(one, 'dcache'),
    icache: has(one, 'icache'),
  };
}

const rows = kvmMaintenanceTable().groups.flatMap(({ heading, rows: own }) =>
  own.map((row) => ({ event: textOf(heading), row })),
);
const seen = seenIn(runs);

function textOf(cell: Cell): string {
  const text = (node: HNode): string =>
    typeof node === 'string' ? node : node.children.map(text).join('');
  return inside(cell)
    .map((child) =>
      typeof child === 'string' || (child && typeof child === 'object') ? text(child) : '',
    )
    .join('');
}

/** Whether a row is about some work: each column names its value, or any. */
function covers({ event, row }: (typeof rows)[number], { columns }: Work): boolean {
  const written = [event, textOf(row.name), ...row.cells.slice(0, 6).map(textOf)];
  return columns.every((value, i) => {
    const said = written[i] ?? '';
    return said === '–' || said === 'any' || said.split(', ').includes(value);
  });
}

function marksOf({ cells }: Row, sightings = seen): string[] {
  const html = withSightings(
    cells.flatMap((cell) =>
      inside(cell).filter((child) => typeof child === 'object' && !!child),
    ) as HNode[],
    sightings,
  ).map(toHtmlString);
  expect(html.join('')).not.toContain('data-decision');
  return [...html.join('').matchAll(/href="([^"]+)">seen on ([^<]+)</g)].map(
    ([, href, on]) => `${href} ${on}`,
  );
}

const work = runs.flatMap((run) =>
  run.cases.flatMap((one) => {
    const found = workOf(run, one);
    return found ? [{ version: run.kernel.version, one, work: found }] : [];
  }),
);

/** Of the kernels that are held against one of the model the newest is named; no table is of 6.12.117. */
const NEWEST = new Set(['6.16.12', '7.1.13', '7.3.4']);

test('each recorded mapping has one row, with its answer and with a mark of its kernel', () => {
  expect(work.length).toBeGreaterThan(1000);
  for (const { version, one, work: done } of work) {
    const own = rows.filter((row) => covers(row, done));
    expect(own.length, `${version} ${one.id}`).toBe(1);
    const [d, i] = own[0]?.row.cells.slice(6, 8).map(textOf) ?? [];
    expect([d === 'yes', i === 'yes'], `${version} ${one.id}`).toEqual([done.dcache, done.icache]);
    if (!NEWEST.has(version)) continue;
    expect(own[0] && marksOf(own[0].row).join()).toContain(`/observations/${version}/#case-`);
  }
}, 300_000);

test('a mark of a mapping stands on no row that no recorded mapping is in', () => {
  const marked = rows.filter(({ event, row }) => event === 'map' && marksOf(row).length > 0);
  expect(marked.length).toBeGreaterThan(4);
  for (const one of marked)
    expect(
      work.some((other) => covers(one, other.work)),
      one.row.id,
    ).toBe(true);
});

/** Every mark of the table with its row and the case that it leads to. */
const marks = rows.flatMap(({ event, row }) =>
  marksOf(row).map((mark) => {
    const [, version, id, on] = /^\/observations\/([\d.]+)\/#case-(\S+) (.+)$/.exec(mark) ?? [];
    const run = runs.find(
      ({ kernel, cpu }) => kernel.version === version && on === `Linux ${version}, ${cpu}`,
    );
    return { event, row, mark, found: run?.cases.find((one) => one.id === id) };
  }),
);

test('each mark leads to a case that is there', () => {
  expect(marks.length).toBeGreaterThan(10);
  expect(marks.filter(({ found }) => found === undefined).map(({ mark }) => mark)).toEqual([]);
});

test('the case of a mark on a mapping saw the maintenance of the row', () => {
  const mapped = marks.filter(({ event, found }) => event === 'map' && found?.relax.length === 0);
  expect(mapped.length).toBeGreaterThan(5);
  for (const { row, mark, found } of mapped) {
    const done = row.cells.slice(6, 8).map((cell) => textOf(cell) === 'yes');
    expect([found && has(found, 'dcache'), found && has(found, 'icache')], mark).toEqual(done);
  }
});

test('the case of a mark on relax_perms added to a Normal leaf what the row says', () => {
  const relaxed = marks.filter(({ event }) => event === 'relaxPerms');
  expect(relaxed.length).toBeGreaterThan(3);
  for (const { row, mark, found } of relaxed) {
    const [leaf, oldLeaf, newExec, oldExec] = [row.name, ...row.cells].map(textOf);
    const [first] = found?.map ?? [];
    const [added] = found?.relax ?? [];
    expect([leaf, oldLeaf], mark).toEqual(['NORMAL', 'valid']);
    expect(added && executable(added.prot), mark).toBe(newExec);
    expect(['–', first && executable(first.prot)], mark).toContain(oldExec);
  }
});

test('no mark on what no run asked: unmap, flush, a walk without maintenance', () => {
  const unasked = rows.filter(
    ({ event, row }) =>
      event === 'unmap' || event === 'stage2Flush' || textOf(row.cells[3]) === '1',
  );
  expect(unasked.length).toBeGreaterThan(5);
  for (const { row } of unasked) expect(marksOf(row), row.id).toEqual([]);
});

test('a row has one mark of a kernel', () => {
  for (const { row } of rows) {
    const kernels = marksOf(row).map((mark) => mark.split('/')[2]);
    expect(new Set(kernels).size).toBe(kernels.length);
  }
});

test('no mark where the calls were not as the model says', () => {
  const few = runs.filter(({ mode }) => mode === 'VHE').slice(0, 2);
  const some = seenIn(few);
  expect(rows.some(({ row }) => marksOf(row, some).length > 0)).toBe(true);
  const wrong = few.map((run) => ({
    ...run,
    cases: run.cases.map((one) => ({
      ...one,
      maintenance: [...one.maintenance, { on: 'icache' as const, bytes: 4096 }],
    })),
  }));
  const none = seenIn(wrong);
  for (const { row } of rows) expect(marksOf(row, none)).toEqual([]);
});

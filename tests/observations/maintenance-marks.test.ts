import { expect, test } from 'vitest';
import { readObservations } from '../../src/book/observations.ts';
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

test('each recorded mapping has one row, with its answer and with a mark of its kernel', () => {
  expect(work.length).toBeGreaterThan(1000);
  for (const { version, one, work: done } of work) {
    const own = rows.filter((row) => covers(row, done));
    expect(own.length, `${version} ${one.id}`).toBe(1);
    const [d, i] = own[0]?.row.cells.slice(6, 8).map(textOf) ?? [];
    expect([d === 'yes', i === 'yes'], `${version} ${one.id}`).toEqual([done.dcache, done.icache]);
    // 6.1 and 6.12 are held against one kernel of the model, and the newer one is named.
    if (version.startsWith('6.1.')) continue;
    expect(own[0] && marksOf(own[0].row).join()).toContain(`/observations/${version}/#case-`);
  }
});

test('a mark of a mapping stands on no row that no recorded mapping is in', () => {
  const marked = rows.filter(({ event, row }) => event === 'map' && marksOf(row).length > 0);
  expect(marked.length).toBeGreaterThan(4);
  for (const one of marked)
    expect(
      work.some((other) => covers(one, other.work)),
      one.row.id,
    ).toBe(true);
});

test('each mark leads to a case that saw what the row says', () => {
  const marks = rows.flatMap((one) => marksOf(one.row).map((mark) => ({ ...one, mark })));
  for (const { event, row, mark } of marks) {
    const [, version, id, on] = /^\/observations\/([\d.]+)\/#case-(\S+) (.+)$/.exec(mark) ?? [];
    const run = runs.find(
      ({ kernel, cpu }) => kernel.version === version && on === `Linux ${version}, ${cpu}`,
    );
    const found = run?.cases.find((one) => one.id === id);
    expect(found, mark).toBeDefined();
    const [d, i] = row.cells.slice(6, 8).map(textOf);
    if (event === 'map' && found?.relax.length === 0)
      expect([has(found, 'dcache'), has(found, 'icache')], mark).toEqual([
        d === 'yes',
        i === 'yes',
      ]);
    if (event === 'relaxPerms') {
      const [leaf, oldLeaf, newExec, oldExec] = [row.name, ...row.cells].map(textOf);
      const [first] = found?.map ?? [];
      const [added] = found?.relax ?? [];
      expect(first && added, mark).toBeDefined();
      expect([leaf, oldLeaf], mark).toEqual(['NORMAL', 'valid']);
      expect(executable(added?.prot ?? []), mark).toBe(newExec);
      if (oldExec !== '–') expect(executable(first?.prot ?? []), mark).toBe(oldExec);
    }
  }
});

test('no mark on what no run asked: unmap, flush, an old leaf that is replaced, another kernel', () => {
  for (const { event, row } of rows) {
    const marks = marksOf(row);
    if (event === 'unmap' || event === 'stage2Flush') expect(marks, row.id).toEqual([]);
    if (textOf(row.cells[3]) === '1' && event === 'map') expect(marks, row.id).toEqual([]);
    const kernels = marks.map((mark) => mark.split('/')[2]);
    expect(new Set(kernels).size).toBe(kernels.length);
  }
});

test('no mark where the calls were not as the model says', () => {
  const wrong = runs.map((run) => ({
    ...run,
    cases: run.cases.map((one) => ({
      ...one,
      maintenance: [...one.maintenance, { on: 'icache' as const, bytes: 4096 }],
    })),
  }));
  const none = seenIn(wrong);
  for (const { row } of rows) expect(marksOf(row, none)).toEqual([]);
});

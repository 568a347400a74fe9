import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  diffKernels,
  KERNELS,
  prepareMemoryRegion,
  QUESTIONS,
  rowTable,
  type FaultInput,
  type Filters,
  type Kernel,
  type RowTable,
} from 'stage-two';
import { cellsOf, scanned, tableOf } from './support/rows.ts';

type Cell = number | string | null;
type Row = Readonly<Record<string, Cell>>;

/** Rows from outside. */
function vectors(name: string, kernel: Kernel): Row[] {
  const file = new URL(`../vectors/data/kvm.${name}.${kernel}.json`, import.meta.url);
  const { columns, cases } = JSON.parse(readFileSync(file, 'utf8')) as {
    columns: readonly string[];
    cases: readonly Cell[][];
  };
  return cases.map((row) =>
    Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])),
  );
}

/** The input that a row of `kvm.fault` stands for. */
const faultInput = (row: Row): FaultInput => ({
  vma: {
    vmPfnmap: row['vmPfnmap'] === 1,
    vmMixedmap: row['vmMixedmap'] === 1,
    vmAllowAnyUncached: row['vmAllowAnyUncached'] === 1,
    vmMteAllowed: row['vmaMteAllowed'] === 1,
    attrIndx: row['attrIndx'] as 0,
  },
  pfnIsMapMemory: row['pfnIsMapMemory'] === 1,
  fwb: row['fwb'] === 1,
  dic: row['dic'] === 1,
  access: row['access'] as 'read',
  permissionFault: row['permissionFault'] === 1,
  dirtyLogging: row['dirtyLogging'] === 1,
  mapWritable: row['mapWritable'] === 1,
  vmHasMte: row['vmHasMte'] === 1,
});
/** The row of the table that it is. */
const faultRow = (table: RowTable, row: Row): number =>
  table.rowOf(faultInput(row) as unknown as Record<string, unknown>) ?? NaN;

/** The names of arch/arm64/include/asm/memory.h. */
const ATTR_INDX = [
  'MT_NORMAL',
  'MT_NORMAL_TAGGED',
  'MT_NORMAL_NC',
  'MT_DEVICE_nGnRnE',
  'MT_DEVICE_nGnRE',
];

describe('rows against rows from outside', () => {
  it.each(KERNELS)('the capability of %s: every row, and how many there are of each', (kernel) => {
    const rows = vectors('capability', kernel);
    const table = tableOf('checkExtension', kernel);
    for (const row of rows) {
      const { rows: found } = scanned(table, bits(row, ['ret']));
      expect(found.map((one) => cellsOf(table, one)['ret'])).toEqual([String(row['ret'])]);
    }
  });

  it.each(KERNELS)('faults of %s: each is one row, with what it maps', (kernel) => {
    const rows = vectors('fault', kernel);
    const table = tableOf('handleFault', kernel);
    expect(rows.length).toBeGreaterThan(1500);
    for (const row of rows) {
      const cells = cellsOf(table, faultRow(table, row));
      expect(cells['vma.attrIndx']).toBe(ATTR_INDX[Number(row['attrIndx'])]);
      expect([cells['ret'], cells['mapping.memType'] ?? null, cells['mapping.w'] ?? null]).toEqual([
        String(row['ret']),
        row['memType'],
        row['protWrite'] === null ? null : String(row['protWrite']),
      ]);
      expect(cells['pageReleased']).toBe(row['pageReleased']);
    }
  });

  it('the rows on which two kernels differ are those on which the vectors do', () => {
    for (const [a, b] of [
      ['v6.16', 'v6.17'],
      ['v6.17', 'v7.3'],
    ] as const) {
      const after = new Map(vectors('fault', b).map((row) => [asked(row), row]));
      const table = tableOf('handleFault', a, b);
      let differ = 0;
      let same = 0;
      for (const row of vectors('fault', a)) {
        const other = after.get(asked(row));
        if (!other) continue;
        const found = table.answer(faultRow(table, row)) >= 0;
        const apart = seenIn(row) !== seenIn(other);
        if (apart) differ += 1;
        else same += 1;
        expect([asked(row), found]).toEqual([asked(row), apart]);
      }
      expect(Math.min(differ, same)).toBeGreaterThan(20);
    }
  });
});

/** The inputs of a fault as one text. */
const asked = (row: Row): string => JSON.stringify(Object.values(row).slice(0, 13));
/** What user space or the guest can see of its answer: all but MTE tags, dirty marks and references. */
const seenIn = (row: Row): string => JSON.stringify(Object.values(row).slice(13, 21));
/** The inputs of a row of bits. */
const bits = (row: Row, outputs: readonly string[]): Filters =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !outputs.includes(name))
      .map(([name, cell]) => [name, String(cell)]),
  );

describe('filters and counts', () => {
  const table = tableOf('checkExtension', 'v7.3');
  const all = scanned(table);
  const rows = all.rows.map((row) => cellsOf(table, row));

  it('leave the rows that have every value, whatever column it is in', () => {
    const names = [...all.counts.keys()];
    for (const a of names)
      for (const b of names) {
        const [x, y] = [[...(all.counts.get(a)?.keys() ?? [])].at(-1), rows[17]?.[b]];
        if (x === undefined || y === undefined) continue;
        const filters = { [a]: x, [b]: y };
        const wanted = rows.filter((cells) =>
          Object.entries(filters).every(([name, value]) => cells[name] === value),
        );
        expect(scanned(table, filters).total).toBe(wanted.length);
      }
  });

  it('count what each other value would leave, and what falling one filter would', () => {
    const filters = { fwb: '1', dic: '0', errno: 'EINVAL' };
    const { counts, without } = scanned(table, filters);
    const left = (wanted: Filters) =>
      rows.filter((cells) => Object.entries(wanted).every(([n, v]) => cells[n] === v)).length;
    for (const [name, values] of counts)
      for (const [value, count] of values)
        expect([name, value, count]).toEqual([name, value, left({ ...filters, [name]: value })]);
    expect(Object.fromEntries(without)).toEqual({
      fwb: left({ dic: '0', errno: 'EINVAL' }),
      dic: left({ fwb: '1', errno: 'EINVAL' }),
      errno: left({ fwb: '1', dic: '0' }),
    });
  });

  it('count the memslot table as a loop over the question itself does', () => {
    const slots = tableOf('prepareMemoryRegion', 'v7.3');
    const { counts, total } = scanned(slots, { guestMemfd: 'none', protectedVm: 'no' });
    expect(total).toBe(32_768); // 4 changes, 128 VMAs, 6 flags
    const refused = slots.inputs.find(({ name }) => name === 'vmas[0].attrIndx')?.values.length;
    expect(refused).toBe(8);
    let cacheable = 0;
    for (const change of ['CREATE', 'DELETE', 'MOVE', 'FLAGS_ONLY'] as const)
      for (let attrIndx = 0; attrIndx < 8; attrIndx++) {
        const vma = { vmPfnmap: true, attrIndx: attrIndx as 0 };
        const { errno } = prepareMemoryRegion('v7.3', {
          change,
          vmas: [vma],
          fwb: true,
          dic: false,
        });
        if (errno === 'EINVAL') cacheable += 1;
      }
    const plain = {
      guestMemfd: 'none',
      protectedVm: 'no',
      'vmas[0].vmPfnmap': '1',
      fwb: '1',
      dic: '0',
      errno: 'EINVAL',
    };
    const others = ['vmMixedmap', 'vmAllowAnyUncached', 'vmMteAllowed'].map((n) => `vmas[0].${n}`);
    const off = Object.fromEntries(
      [...others, 'logDirtyPages', 'readonly', 'vmHasMte', 'beyondIpa'].map((n) => [n, '0']),
    );
    expect(scanned(slots, { ...plain, ...off }).total).toBe(cacheable);
    expect(counts.get('change')?.size).toBe(4);
  });

  it('differ between kernels in as many rows as diffKernels finds', () => {
    for (const question of ['checkExtension', 'setWayTrap', 'cacheMaintenance'] as const) {
      const { differences } = diffKernels(question, 'v6.16', 'v6.17');
      const sum = differences.reduce((count, one) => count + one.count, 0);
      expect(scanned(tableOf(question, 'v6.16', 'v6.17')).total).toBe(sum);
    }
  });
});

describe('a row', () => {
  it('is found by its input, and asked again gives its answer', () => {
    const table = tableOf('handleFault', 'v6.17');
    const input = { vma: { vmPfnmap: true }, fwb: true, dic: false, access: 'read' };
    const row = table.rowOf(input) as number;
    const decision = QUESTIONS.handleFault.ask('v6.17', table.input(row) as never);
    expect(table.decisions(row)[0]).toEqual(decision);
    expect(cellsOf(table, row)).toMatchObject({
      'vma.vmPfnmap': '1',
      'vma.attrIndx': 'MT_NORMAL',
      access: 'read',
      answer: 'fails at the fault, EFAULT',
      ret: '-14',
    });
    expect(table.rowOf({ ...input, nested: {} })).toBeNull();
  });

  it('without a VMA has none of its cells', () => {
    const table = tableOf('handleFault', 'v7.3');
    const row = table.rowOf({ vma: null, fwb: true, dic: true, access: 'read' }) as number;
    expect(cellsOf(table, row)).toMatchObject({ vma: 'none', 'vma.vmPfnmap': '' });
  });
});

describe('what cannot be asked', () => {
  it('is an error with the nearest name, and no throw', () => {
    expect(rowTable('granule', 'v7.3')).toMatchObject({
      table: null,
      error: { code: 'not-finite' },
    });
    expect(rowTable('checkExtension', 'v6.71')).toMatchObject({
      error: { code: 'unknown-kernel' },
    });
    expect(rowTable('checkExtension', 'v7.3', 'v1')).toMatchObject({
      error: { code: 'unknown-kernel' },
    });
    const table = tableOf('checkExtension', 'v7.3');
    expect(table.wrong({ fbw: '1' })).toMatchObject({ code: 'unknown-field', nearest: 'fwb' });
    expect(table.wrong({ fwb: '2' })).toMatchObject({ code: 'unknown-choice' });
    expect(table.wrong({ 'then.errno': 'EINVAL' })).toMatchObject({ code: 'unknown-field' });
    expect(table.wrong({ fwb: '1', errno: 'EINVAL', answer: 'supported' })).toBeNull();
  });

  it('leaves no row where nothing fits, and says what each filter keeps away', () => {
    const { total, without, rows } = scanned(tableOf('vmaIsCacheable', 'v6.17'), {
      attrIndx: 'MT_NORMAL',
      answer: 'not cacheable',
    });
    expect([total, rows, Object.fromEntries(without)]).toEqual([
      0,
      [],
      { attrIndx: 3, answer: 1 }, // MT_NORMAL_NC and the two Device types, of arch/arm64
    ]);
  });
});

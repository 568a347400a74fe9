import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { observationOf, withOurs } from '../../lab/witness/herd.ts';
import { askedOfBoth, programsOf } from '../../src/observations/witness/asked.ts';
import { witnessTable } from '../../src/figures/tables/witness.ts';
import { LITMUS_AFTER, LITMUS_LINES } from '../../src/model/index.ts';
import { partings, type WitnessRecord } from '../../src/observations/witness/record.ts';
import { root } from '../../src/root.ts';

const record = JSON.parse(
  readFileSync(join(root, 'content/data/witnesses/herd.json'), 'utf8'),
) as WitnessRecord;
const asked = askedOfBoth();
const saying = (name: string) => record.programs.find((one) => one.name === name);

describe('herd7, as recorded', () => {
  it('says what the machine says, on every host and for every guest', () => {
    expect(partings(record, asked)).toEqual([]);
    expect(asked.length).toBeGreaterThan(100);
    for (const fwb of [false, true])
      for (const dic of [false, true])
        expect(asked.some(({ host }) => host.fwb === fwb && host.dic === dic)).toBe(true);
  });

  it('was asked about breaks and about what holds, of each property', () => {
    for (const property of ['noLeak', 'coherent', 'noStaleFetch'])
      for (const holds of [false, true])
        expect(asked.some((one) => one.property === property && one.holds === holds)).toBe(true);
  });

  it('has no program that nobody asks', () => {
    const names = programsOf(asked).map(({ name }) => name);
    expect(record.programs.map(({ name }) => name)).toEqual(names);
  });

  it('knows no leak without our lines, and needs none of ours for instructions', () => {
    for (const { ours, says, stock } of record.programs) expect(ours ? 'Never' : says).toBe(stock);
    expect(saying('leak-around')?.says).toBe('Sometimes');
    expect(saying('fetch-no-dic')).toMatchObject({ ours: false, says: 'Sometimes' });
  });

  it('asks for the same test whoever runs it: no line of Arm is in it', () => {
    expect(LITMUS_LINES.split('\n').length).toBeLessThan(13);
    expect(JSON.stringify(record)).not.toContain('Copyright');
  });
});

describe('the table of a record', () => {
  const { groups } = witnessTable(record, asked);
  const rows = groups.flatMap((group) => group.rows);

  it('has words for what each program does, and one answer of the machine', () => {
    const names = record.programs.map(({ name }) => name);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(names.toSorted());
    expect(rows.filter(({ name }) => name === '')).toEqual([]);
    const answers = rows.map(({ cells }) => [cells[0]].flat()[0]);
    expect(new Set(answers)).toEqual(new Set(['yes', 'no']));
  });

  it('says of no two programs the same', () => {
    for (const { rows: own } of groups)
      expect(new Set(own.map(({ name }) => JSON.stringify(name))).size).toBe(own.length);
  });
});

describe('a record that says otherwise', () => {
  const changed = (name: string, more: object): WitnessRecord => ({
    ...record,
    programs: record.programs.map((one) => (one.name === name ? { ...one, ...more } : one)),
  });

  it.each(record.programs.map(({ name, says }) => [name, says] as const))(
    'of %s is found, with the question',
    (name, says) => {
      const other = says === 'Never' ? 'Sometimes' : 'Never';
      const found = partings(changed(name, { says: other }), asked);
      expect(found.length).toBeGreaterThan(0);
      expect(
        found.every(({ program, received }) => program === name && received.includes(other)),
      ).toBe(true);
    },
  );

  it('is found where a program is missing, of another text, or our lines have changed', () => {
    const [first] = record.programs;
    const fewer = { ...record, programs: record.programs.slice(1) };
    expect(partings(fewer, asked)[0]).toMatchObject({
      program: first?.name,
      received: 'no answer',
    });
    const other = partings(changed('leak-around', { text: 'AArch64 other' }), asked);
    expect(other[0]).toMatchObject({ program: 'leak-around', received: 'AArch64 other' });
    expect(partings({ ...record, ours: '' }, asked)[0]?.expected).toBe(LITMUS_LINES);
  });

  it('is found where the machine is taken to say otherwise', () => {
    const wrong = asked.map((one) => ({ ...one, holds: !one.holds }));
    expect(partings(record, wrong)).toHaveLength(asked.length);
  });
});

describe("a prover's answer", () => {
  it('is read from its line', () => {
    expect(observationOf('Test x Allowed\nObservation x Sometimes 1 3\nTime x 0.01')).toBe(
      'Sometimes',
    );
  });

  it.each(['', 'Warning: File "x.litmus": mixed-size test rejected', 'Observation x Perhaps 1 1'])(
    'is none in %j',
    (out) => expect(observationOf(out)).toBeNull(),
  );

  it('is not asked for where its rules have no place for ours', () => {
    expect(withOurs(`before\n${LITMUS_AFTER}after\n`)).toBe(
      `before\n${LITMUS_AFTER}${LITMUS_LINES}after\n`,
    );
    expect(() => withOurs('let ca = something else\n')).toThrow(/expected one line: let ca/);
  });
});

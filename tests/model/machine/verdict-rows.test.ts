import { describe as group, expect, it } from 'vitest';
import {
  describe,
  HOSTS,
  judgement,
  PROPERTIES,
  propertyName,
  renderText,
  verdicts,
  type ShowTree,
  type VerdictRow,
} from '../../../src/model/index.ts';

function trace(value: unknown): Extract<ShowTree, { kind: 'trace' }> {
  const tree = describe(value);
  if (tree.kind !== 'trace') throw new Error(`${tree.kind}, not a trace`);
  return tree;
}

group('the verdicts', () => {
  /** The cells of a line of the table; no cell holds a blank beside `not WB`. */
  const cells = (line: string) => line.split(/ {2,}/);

  const word = (row: VerdictRow, name: (typeof PROPERTIES)[number]) =>
    row[name] === null ? '-' : judgement(name, row[name]).word;

  it('are a table, whose cells are the fields of the rows, and its first hundred lines', () => {
    const all = verdicts();
    const [head = '', ...lines] = renderText(all.rows).split('\n');
    expect(cells(head)).toEqual([
      'policy',
      'fwb',
      'dic',
      'vma',
      'guestS1',
      'slot',
      'fault',
      ...PROPERTIES,
      'states',
    ]);
    expect(lines.pop()).toBe(`and ${all.rows.length - 100} more rows; filter them to see others`);
    expect(lines.map(cells)).toEqual(
      all.rows
        .slice(0, 100)
        .map((row) => [
          row.policy,
          `${Number(row.fwb)}`,
          `${Number(row.dic)}`,
          row.vma,
          row.guestS1,
          row.slot,
          row.fault ?? '-',
          ...PROPERTIES.map((name) => word(row, name)),
          `${row.states}`,
        ]),
    );
    const ends = [head, ...lines].map((line) => line.lastIndexOf('  ') + 2);
    expect(new Set(ends).size).toBe(1);
    expect([head, ...lines].filter((line) => line !== line.trimEnd())).toEqual([]);
    expect(renderText(all.rows.slice(0, 100)).split('\n').length).toBe(101);
    expect(renderText(all.rows.slice(0, 101)).split('\n').at(-1)).toMatch(/^and 1 more/);
  });

  it('have the counts first, and before them what is wrong with a policy', () => {
    const all = verdicts();
    const { machines, states, transitions } = all;
    const counts = (of: typeof all) =>
      `${of.machines} machines searched: ${of.states} states, ${of.transitions} moves`;
    expect(renderText(all).split('\n')[0]).toBe(counts(all));
    expect([machines > 50, states > machines, transitions > states]).toEqual([true, true, true]);
    const bad = verdicts([{ name: 'bad', onMemslot: () => 3 as never, onFault: () => 'normal' }]);
    expect(bad.errors.length).toBe(HOSTS.length);
    expect(renderText(bad).split('\n').slice(0, 9)).toEqual([
      ...bad.errors.flatMap(({ received, expected }) => [received, `  expected ${expected}`]),
      counts(bad),
    ]);
    const same = { ...bad, errors: [bad.errors[0]!, bad.errors[0]!] };
    expect(renderText(same).split('\n')[2]).toBe(counts(bad));
  });

  it('are a tree each, with every property as a fact', () => {
    const all = verdicts();
    for (const row of all.rows) {
      const { counterexampleOf: worst, counterexample } = row;
      const tree = trace(row);
      const first = PROPERTIES.find((name) => row[name] === false) ?? null;
      expect([worst, tree.property]).toEqual([first, first]);
      const { verdict, word: broken } = judgement(first ?? 'noLeak', first === null);
      expect(tree.verdict).toBe(verdict);
      expect(tree.verdictWord).toBe(
        first === null
          ? 'every property that is asked holds'
          : `${broken} (${propertyName(first)})`,
      );
      const bits = `FWB ${Number(row.fwb)}, DIC ${Number(row.dic)}`;
      expect(tree.title).toBe(`${row.policy}, ${bits}, ${row.vma}, guest ${row.guestS1}`);
      expect(Object.fromEntries(tree.facts)).toEqual({
        memslot: row.slot,
        fault: row.fault ?? 'never reached',
        ...Object.fromEntries(
          PROPERTIES.map((name) => [propertyName(name), judgement(name, row[name]).word]),
        ),
        searched: `${row.states} states, ${row.transitions} moves, all of them`,
      });
      expect(tree.moves.map(({ label }) => label)).toEqual(counterexample ?? []);
    }
  });

  it('tell no more of a move than its label', () => {
    const all = verdicts();
    const row = all.rows[0]!;
    const lines = renderText(row).split('\n');
    const told = { move: '', actor: null, reason: '', state: '', view: null, source: [] };
    expect(trace(row).moves).toEqual(row.counterexample?.map((label) => ({ ...told, label })));
    expect(lines.slice(-6)).toEqual(row.counterexample?.map((label, i) => `${i + 1}. ${label}`));
  });
});

// cspell:words Lself eiid
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { graphOf } from '../../lab/witness/dot.ts';
import { drawnEvents } from '../../src/figures/events/picture.ts';
import { runOf } from '../../src/figures/events/run.ts';
import { onCircle, outcome } from '../../src/figures/events/words.ts';
import { exportQuestion, explore } from '../../src/model/index.ts';
import { askedOfBoth, programsOf } from '../../src/observations/witness/asked.ts';
import { litmusFile, promelaFile, questionOf } from '../../src/observations/witness/files.ts';
import { circleOf, edgesOf, type EventGraph } from '../../src/observations/witness/graph.ts';
import type { WitnessRecord } from '../../src/observations/witness/record.ts';
import { root } from '../../src/root.ts';

const { programs } = JSON.parse(
  readFileSync(join(root, 'content/data/witnesses/herd.json'), 'utf8'),
) as WitnessRecord;
const asked = askedOfBoth();

describe.each(programs)("herd7's graph of $name", ({ says, text, graph }) => {
  it('goes round in a circle where herd7 says Never, and nowhere else', () => {
    expect(circleOf(graph) !== null).toBe(says === 'Never');
    expect(outcome(graph)).toContain(says === 'Never' ? 'forbidden' : 'allowed');
  });

  it('has the instructions of the program, each thread in its order', () => {
    const rows = text.split('\n').filter((line) => /^ .*;$/.test(line));
    const columns = (rows[0] ?? '').split('|').length;
    for (let thread = 0; thread < columns; thread += 1) {
      const lines = rows.map((row) => row.replace(';', '').split('|')[thread]?.trim() ?? '');
      const own = graph.events.filter((event) => event.thread === thread);
      let at = 0;
      for (const { code } of own) {
        at = lines.indexOf(code.replace(/^B .*/, 'B L1'), at + 1);
        expect(at, code).toBeGreaterThan(0);
      }
    }
  });

  it('has each read take its value from a write of it, which comes before others by co', () => {
    const value = (id: string): string | undefined =>
      graph.events
        .find((event) => event.id === id)
        ?.does.split('=')
        .at(-1);
    const edges = edgesOf(graph);
    for (const { id, does } of graph.events.filter((event) => event.does.startsWith('R['))) {
      const from = edges.filter(({ relation, to }) => relation === 'rf' && to === id);
      expect(from.map((edge) => value(edge.from))).toEqual([does.split('=').at(-1)]);
    }
    for (const { from, to } of edges.filter(({ relation }) => relation === 'fr')) {
      const read = edges.find((one) => one.relation === 'rf' && one.to === from)?.from;
      expect(graph.edges).toContain(`co ${read} ${to}`);
    }
  });
});

it('a graph without one of its edges is no longer forbidden', () => {
  const { graph } = programs.find(({ name }) => name === 'leak-around-cleaned') ?? {};
  const edges = graph?.edges.filter((edge) => edge !== 'obs d a') ?? [];
  expect(graph && [...onCircle(graph)].toSorted()).toEqual(['a', 'b', 'c', 'd']);
  expect(circleOf({ ...(graph as EventGraph), edges })).toBeNull();
});

describe.each(programs.filter(({ says }) => says !== 'Never'))(
  'the run of the machine beside $name',
  ({ name, graph }) => {
    const { policy, host, guestS1, property } = questionOf(name, asked);
    const run = runOf(name, graph, { policy, host, guestS1 });

    it('breaks in its last step what the program asks, and not before', () => {
      const breaks = run.moves.map((move) => move.breaks.includes(run.property));
      expect(breaks.lastIndexOf(true)).toBe(run.moves.length - 1);
      expect(breaks.indexOf(true)).toBe(run.moves.length - 1);
      expect(run.property).toBe(property);
    });

    it('points at each event once, and at none that is not there', () => {
      const all = run.points.flat();
      expect(new Set(all).size).toBe(all.length);
      expect(all.toSorted()).toEqual(
        expect.arrayContaining(drawnEvents(graph).map(({ id }) => id)),
      );
    });

    // Of the other direction the machine has a shorter way: the leak, which is a stale read too.
    it.skipIf(name.startsWith('older'))('is a shortest way of the machine', () => {
      const { trace = [] } = explore({ policy, host, guestS1, property });
      expect(run.moves.map(({ move }) => move)).toEqual(trace.map(({ move }) => move));
    });
  },
);

describe('the files of a program', () => {
  it.each(programsOf(asked))('$name leaves as it was asked, with what it takes', (program) => {
    const { name, text } = litmusFile(program);
    expect(name).toBe(`${program.name}.litmus`);
    expect(text.replace(/\(\*\n(?: \*.*\n)+ \*\)\n/, '')).toBe(program.text);
    expect(text.includes('let ca = ca')).toBe(program.ours);
    expect(text.includes('does not model it')).toBe(program.ours);
  });

  it('the question for Spin is the one that leads to it', () => {
    const { policy, host, guestS1, property } = questionOf('leak-around', asked);
    const { text } = exportQuestion({ policy, host, guestS1, property }, 'promela');
    expect(promelaFile('leak-around', asked).text).toBe(
      text?.replace('page.pml', 'leak-around.pml'),
    );
  });
});

// As herd7 7.58 wrote it, shortened.
const DOT = String.raw`
digraph G {
eiid2 [label="c: W[label:\"P0:Lself\"]=instr:\"B .+8\"\lInit", shape="box", color="blue"];
eiid0 [label="a: W[label:\"P0:Lself\"]=NOP\lproc:P0 poi:0\lSTR W1,[X0]", shape="box", color="blue"];
eiid7 [label="h: Branching(pred)\lproc:P0 poi:3\lB .+8", shape="box", color="blue"];
eiid0 -> eiid7 [label="isb", color="indigo", fontcolor="indigo"];
eiid2 -> eiid0 [label="co", color="blue", fontcolor="blue"];
}

digraph G {
eiid9 [label="z: W[x]=0\lInit", shape="box", color="blue"];
}
`;

describe('a file of dot', () => {
  it('gives the events and relations of its first graph', () =>
    expect(graphOf(DOT)).toEqual({
      events: [
        { id: 'c', thread: null, at: 0, does: 'W[label:"P0:Lself"]=instr:"B .+8"', code: '' },
        { id: 'a', thread: 0, at: 0, does: 'W[label:"P0:Lself"]=NOP', code: 'STR W1,[X0]' },
      ],
      edges: ['co c a'],
    }));

  it.each(['', 'graph', 'digraph G {'])('%j has none', (dot) => expect(graphOf(dot)).toBeNull());
});

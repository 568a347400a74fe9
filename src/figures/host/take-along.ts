import { kernelMeant } from '../../model/index.ts';
import type { Values } from '../form/field.ts';
import type { HNode } from '../show/node.ts';
import { answersOf, type Answered, type HostData } from './answers.ts';
import { BITS, factsOf, type HostFacts, type Side } from './state.ts';
import type { Moves } from './view.ts';

/** Forms in which the answers leave the page. */
export type Form = 'markdown' | 'json' | 'test' | 'command';

/** What is taken along: the state, what the page has of hosts, the link to it, and what draws a move where there are two. */
export interface Taken {
  readonly state: Values;
  readonly data: HostData;
  readonly link: string;
  readonly moves: Moves | null;
}

interface Host {
  readonly name: string;
  readonly facts: HostFacts;
  readonly answers: readonly Answered[];
}

/** takeAlong is the answers as a text: for a mail, for a program, as a test, or as the commands that give them. */
export function takeAlong(form: Form, taken: Taken): string {
  const hosts = hostsOf(taken);
  switch (form) {
    case 'markdown':
      return markdown(hosts, taken);
    case 'json':
      return JSON.stringify(asData(hosts, taken), null, 2);
    case 'test':
      return asTest(hosts);
    case 'command':
      return asCommands(hosts);
  }
}

function hostsOf({ state, data: { cpus, answers } }: Taken): Host[] {
  const two = state['two'] === '1';
  return (two ? (['a', 'b'] as const) : (['a'] as const)).map((side: Side) => {
    const facts = factsOf(state, side, cpus);
    const name = two ? (side === 'a' ? 'The first host' : 'The second host') : 'The host';
    return { name, facts, answers: answersOf(facts, answers) };
  });
}

const BY = { set: '', list: ' by the list of CPUs', nobody: '' } as const;

/** What is known of a host, in one line. */
function knownOf({ cpu, kernel, told }: HostFacts): string {
  const { rules } = kernelMeant(kernel);
  const bits = BITS.map((bit) => {
    const { bit: value, by } = told[bit];
    return `${bit.toUpperCase()} ${value === null ? 'not known' : `${value}${BY[by]}`}`;
  });
  const release =
    rules === null ? 'kernel not known' : `kernel ${kernel}, which follows the rules of ${rules}`;
  return [...(cpu === null ? [] : [`${cpu.cpu} (${cpu.status})`]), release, ...bits].join(', ');
}

/** What one may read in nodes: their texts, a line for each item. */
function textOf(nodes: readonly HNode[]): string {
  const words = (node: HNode): string => {
    if (typeof node === 'string') return node;
    const inside = node.children.map(words).join('');
    return /^(?:p|li|tr|summary)$/.test(node.tag)
      ? `${inside}\n`
      : node.tag === 'td'
        ? `${inside} `
        : inside;
  };
  return nodes.map(words).join('\n');
}

/** Whether the VM may move, line by line; nothing where there is one host. */
function movesOf(hosts: readonly Host[], { moves, data }: Taken): string[] {
  const [from, to] = hosts;
  if (from === undefined || to === undefined || moves === null) return [];
  return textOf(moves(from.facts, to.facts, data))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

function markdown(hosts: readonly Host[], taken: Taken): string {
  const blocks = hosts.map(({ name, facts, answers }) =>
    [
      `**${name}**: ${knownOf(facts)}`,
      '',
      '| host | 243 on the VM | memslot | fault | maintenance due |',
      '| --- | --- | --- | --- | --- |',
      ...answers.map(
        ({ kernel, fwb, dic, capability, slot, fault, maintenance }) =>
          `| ${kernel}, FWB ${bitOf(fwb)}, DIC ${bitOf(dic)} | ${capability} | ${slot} | ${fault} | ${maintenance} |`,
      ),
    ].join('\n'),
  );
  const moves = movesOf(hosts, taken);
  const move =
    moves.length === 0
      ? []
      : [['**May the VM move?**', '', ...moves.map((line) => `- ${line}`)].join('\n')];
  return [...blocks, ...move, taken.link].join('\n\n');
}

function asData(hosts: readonly Host[], taken: Taken): object {
  const moves = movesOf(hosts, taken);
  return {
    link: taken.link,
    hosts: hosts.map(({ facts: { cpu, kernel, told }, answers }) => ({
      cpu: cpu?.cpu ?? null,
      kernel: kernel === '' ? null : kernel,
      ...told,
      answers,
    })),
    ...(moves.length > 0 && { move: moves }),
  };
}

const bitOf = (value: boolean): string => (value ? '1' : '0');

/** A test for Vitest, for a file in `tests/model/`: what the model answers on each host. */
function asTest(hosts: readonly Host[]): string {
  const rows = hosts.flatMap(({ answers }) =>
    answers.map(
      ({ kernel, fwb, dic, capability, slot, fault }) =>
        `  ['${kernel}', ${fwb}, ${dic}, '${capability}', '${slot}', '${fault.split(' ')[0]}'],`,
    ),
  );
  return [
    "import { expect, it } from 'vitest';",
    "import { checkExtension, handleFault, prepareMemoryRegion } from 'stage-two';",
    '',
    'it.each([',
    ...new Set(rows),
    "] as const)('%s, FWB %s, DIC %s', (kernel, fwb, dic, capability, slot, fault) => {",
    "  const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;",
    '  const asked = checkExtension(kernel, { fwb, dic });',
    '  expect(asked.errno ?? String(asked.ret)).toBe(capability);',
    '  const made = prepareMemoryRegion(kernel, { vmas: [vma], fwb, dic });',
    '  expect(made.errno ?? made.verdict).toBe(slot);',
    "  const access = { pfnIsMapMemory: false, access: 'read' } as const;",
    '  const read = handleFault(kernel, { vma, fwb, dic, ...access });',
    '  expect(read.errno ?? read.verdict).toBe(fault);',
    '});',
    '',
  ].join('\n');
}

const RUN = 'npm run -s stage-two -- decide';

function asCommands(hosts: readonly Host[]): string {
  const lines = hosts.flatMap(({ answers }) =>
    answers.flatMap(({ kernel, fwb, dic }) => {
      const host = `--kernel ${kernel} --fwb ${bitOf(fwb)} --dic ${bitOf(dic)}`;
      return [
        `${RUN} capability ${host}`,
        `${RUN} memslot ${host} --vma pfnmap,attr=MT_NORMAL`,
        `${RUN} fault ${host} --vma pfnmap,attr=MT_NORMAL --pfn-is-map-memory 0 --access read`,
      ];
    }),
  );
  return [...new Set(lines)].join('\n');
}

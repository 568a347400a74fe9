import { checkExtension } from '../../model/index.ts';
import type { CapabilityDecision } from '../../model/index.ts';
import { decisionKey } from '../../observations/key.ts';
import { keyed } from '../show/chip.ts';
import { h } from '../show/node.ts';
import type { Child } from '../show/node.ts';
import type { Bit, ListedCpu } from './listed-cpu.ts';
import { code, more, slug } from './table.ts';
import type { Cell, Row, Table } from './table.ts';

/** The sign of a bit that nobody has read. */
const OPEN = '?';

const valuesOf = (bit: Bit): readonly boolean[] => (bit === null ? [false, true] : [bit === 1]);

/** What a VM is answered for 243 where all CPUs of the host are like this one. */
function answer(one: ListedCpu): string {
  const answers = decisionsOn(one).map(({ ret }) => ret);
  return [...new Set(answers)].toSorted().join(' or ');
}

function decisionsOn({ fwb, dic }: ListedCpu): readonly CapabilityDecision[] {
  return valuesOf(fwb).flatMap((hasFwb) =>
    valuesOf(dic).map((hasDic) => checkExtension('v7.3', { fwb: hasFwb, dic: hasDic })),
  );
}

/** What a group is answered and how sure, with the name of the answer where it is one for all. */
function heading(answered: string, group: readonly ListedCpu[]): Cell {
  const keys = new Set(group.flatMap(decisionsOn).map(decisionKey));
  const guessed = group.filter(({ status }) => status !== 'confirmed').length;
  const sure = guessed === 0 ? '' : `; inferred for ${guessed} of ${group.length}`;
  const words = h('span', {}, `243 answers ${answered}${sure}`);
  const [only = ''] = keys;
  return keys.size === 1 ? keyed(words, only) : words;
}

function cites(source: readonly string[]): readonly Child[] {
  return source.flatMap((id) => [' ', h('a', { href: `/sources/#${id}` }, id)]);
}

function row(one: ListedCpu): Row {
  const { cpu, midr, fwb, idc, dic, evidence, source, status } = one;
  return {
    id: slug(cpu),
    name: cpu,
    about: midr === undefined ? null : more(code(midr)),
    cells: [
      ...[fwb, idc, dic].map((bit) => (bit === null ? OPEN : String(bit))),
      status === 'confirmed' ? status : h('span', { class: 'status' }, status),
      h('td', { class: 'tab-words' }, evidence, more(...cites(source))),
    ],
  };
}

/** The CPUs of the list with their bits, under what capability 243 answers for them; 1 first. */
export function cpuTable(cpus: readonly ListedCpu[]): Table {
  const found = new Set(cpus.map(answer));
  const answers = ['1', '0 or 1', '0'].filter((one) => found.has(one));
  const groups = answers.map((one) => {
    const own = cpus.filter((cpu) => answer(cpu) === one);
    return { heading: heading(one, own), rows: own.map(row) };
  });
  return { name: 'cpu', columns: ['CPU', 'FWB', 'IDC', 'DIC', 'Status', 'Evidence'], groups };
}

import type { Cpu } from '../book/index.ts';
import { h } from '../figures/show/node.ts';
import type { Child } from '../figures/show/node.ts';
import { code, more, slug } from '../figures/tables/table.ts';
import type { Row, Table } from '../figures/tables/table.ts';
import { checkExtension } from '../model/index.ts';

/** A bit that nobody has read. */
const OPEN = '?';

const valuesOf = (bit: Cpu['fwb']): readonly boolean[] =>
  bit === null ? [false, true] : [bit === 1];

/** What a VM is answered for 243 where all CPUs of the host are like this one. */
function answer({ fwb, dic }: Cpu): string {
  const answers = valuesOf(fwb).flatMap((hasFwb) =>
    valuesOf(dic).map((hasDic) => checkExtension('v7.3', { fwb: hasFwb, dic: hasDic }).ret),
  );
  return [...new Set(answers)].toSorted().join(' or ');
}

function cites(source: readonly string[]): readonly Child[] {
  return source.flatMap((id) => [' ', h('a', { href: `/sources/#${id}` }, id)]);
}

function row(one: Cpu): Row {
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
export function cpuTable(cpus: readonly Cpu[]): Table {
  const found = new Set(cpus.map(answer));
  const answers = ['1', '0 or 1', '0'].filter((one) => found.has(one));
  const groups = answers.map((one) => ({
    heading: `243 answers ${one}`,
    rows: cpus.filter((cpu) => answer(cpu) === one).map(row),
  }));
  return { name: 'cpu', columns: ['CPU', 'FWB', 'IDC', 'DIC', 'Status', 'Evidence'], groups };
}

import { KERNELS, maintenanceNeeded, stage2Attributes } from '../../model/index.ts';
import type { Maintenance } from '../../model/index.ts';
import { binary } from '../combine/stages.ts';
import { allInputs, flags } from './merge.ts';
import { bit, code, inside, lines, more, plainRows, slug } from './table.ts';
import type { Cell, Group, Row, Table } from './table.ts';

/** The operations, as the manual calls them. */
const OPERATIONS = {
  cleanToPoC: 'clean to PoC',
  cleanToPoU: 'clean to PoU',
  invalidateIToPoU: 'invalidate I to PoU',
} as const;

type OperationName = keyof typeof OPERATIONS;
const NAMES = Object.keys(OPERATIONS) as readonly OperationName[];

/** What a processor has. */
const HOSTS = allInputs(flags(['fwb', 'idc', 'dic']));

/** The leaves that KVM writes, by what it asks for. */
const LEAVES = [
  { name: 'Normal cacheable', prot: {} },
  { name: 'Normal Non-cacheable', prot: { normalNc: true } },
  { name: 'Device', prot: { device: true } },
] as const;
type Leaf = (typeof LEAVES)[number];

/** MemAttr of such a leaf, as the newest kernel writes it. */
function memAttrOf({ prot }: Leaf, fwb: boolean): number {
  const kernel = KERNELS.at(-1);
  const decision = kernel && stage2Attributes(kernel, { ...prot, fwb, r: true, w: true });
  return decision?.leaf?.memAttr ?? 0;
}

function remains(answer: Maintenance): Cell {
  const needed = NAMES.filter((name) => answer[name]?.needed === true);
  return needed.length === 0 ? 'nothing' : lines(needed.map((name) => OPERATIONS[name]));
}

function row(host: (typeof HOSTS)[number], leaf: Leaf): Row {
  const [fwb, idc, dic] = ['fwb', 'idc', 'dic'].map((name) => host[name] === true);
  const ask = (executable: boolean): Maintenance =>
    maintenanceNeeded({
      fwb: fwb === true,
      idc: idc === true,
      dic: dic === true,
      memAttr: memAttrOf(leaf, fwb === true),
      executable,
    });
  const bits = [fwb, idc, dic].map((set) => bit(set === true));
  const { findings } = ask(true);
  return {
    id: `${slug(leaf.name)}-${bits.join('')}`,
    name: `FWB ${bits[0]}, IDC ${bits[1]}, DIC ${bits[2]}`,
    about: findings.length > 0 && more(findings.map(({ permitted }) => permitted).join('; ')),
    cells: [remains(ask(false)), remains(ask(true))],
  };
}

function group(leaf: Leaf): Group {
  const [off, on] = [false, true].map((fwb) => binary(memAttrOf(leaf, fwb)));
  const memAttr = off === on ? code(off ?? '') : [code(off ?? ''), ', with FWB ', code(on ?? '')];
  return {
    heading: [`${leaf.name}, MemAttr `, ...inside(memAttr)],
    rows: HOSTS.map((host) => row(host, leaf)),
  };
}

/** What remains to be done before a page is handed over, by what the processor has. */
export function maintenanceTable(): Table {
  return {
    name: 'cmo',
    columns: ['Processor', 'Not executable', 'Executable'],
    groups: LEAVES.map(group),
  };
}

/** The operations, with what does them and on what address. */
export function operationsTable(): Table {
  const answer = maintenanceNeeded({ fwb: false, idc: false, dic: false });
  return {
    name: 'operation',
    columns: ['Operation', 'Instructions', 'Address'],
    groups: plainRows(
      NAMES.map((name) => ({
        id: name.toLowerCase(),
        name: OPERATIONS[name],
        cells: [code(answer[name]?.instructions.join(', ') ?? ''), answer[name]?.address],
      })),
    ),
  };
}

import { cacheMaintenance, KERNELS, QUESTIONS } from '../../model/index.ts';
import type { CacheMaintenanceDecision, CacheMaintenanceInput } from '../../model/index.ts';
import { maintenanceKey } from '../../observations/key.ts';
import type { AskedMaintenance } from '../../observations/key.ts';
import { keyed } from '../show/chip.ts';
import { h } from '../show/node.ts';
import { byKernel } from './by-kernel.ts';
import { allInputs, mergedRows } from './merge.ts';
import type { Axis, Input, Merged } from './merge.ts';
import { bit, code, filterOf, inside, NOTHING, slug } from './table.ts';
import type { Cell, Group, Row, Table } from './table.ts';

type Event = CacheMaintenanceInput['event'];
type Answers = readonly CacheMaintenanceDecision[];

/** The inputs beside the event; execution at one level alone is left to the snippet of the page. */
const AXES: readonly Axis[] = [
  { name: 'memType', values: ['NORMAL', 'NORMAL_NC', 'DEVICE'] },
  { name: 'oldLeaf', values: ['invalid', 'valid', 'samePa'] },
  { name: 'newExec', values: ['none', 'both'] },
  { name: 'oldExec', values: ['none', 'both'] },
  { name: 'skipCmo', values: [false, true] },
  { name: 'fwb', values: [false, true] },
  { name: 'dic', values: [false, true] },
];

function eventsOf(): readonly Event[] {
  const field = QUESTIONS.cacheMaintenance.fields.find(({ name }) => name === 'event');
  return field?.accepts.kind === 'choice' ? (field.accepts.values as readonly Event[]) : [];
}

/** The answers of all kernels; null where the case is none. */
function askAll(event: Event, input: Input): Answers | null {
  const all = KERNELS.map((kernel) => cacheMaintenance(kernel, { event, ...input } as never));
  return all.some(({ verdict }) => verdict === 'invalid') ? null : all;
}

/** Whether a callback runs, and whether it maintains anything. */
function work(called: boolean | null, done: boolean | null): string {
  if (done === true) return 'yes';
  return called === true ? 'called, does nothing' : 'no';
}

const dcache = (d: CacheMaintenanceDecision): string => work(d.dcacheCallback, d.dcacheMaintained);
const icache = (d: CacheMaintenanceDecision): string => work(d.icacheCallback, d.icacheMaintained);
const returned = (d: CacheMaintenanceDecision): string => d.errno ?? String(d.ret);

const keyOf = (all: Answers): string =>
  all.map((d) => [dcache(d), icache(d), returned(d)].join()).join(';');

const written = (value: boolean | number | string): string =>
  typeof value === 'boolean' ? bit(value) : String(value);

/**
 * What the kernels answer, with the name of every question of the row: a kernel that was asked one of
 * them, with all of its input, gave this answer to it.
 */
function answered(event: Event, { values, answer }: Merged<Answers>): Cell {
  const axes = AXES.map((axis) => ({ ...axis, values: values[axis.name] ?? axis.values }));
  const inputs = allInputs(axes).filter((input) => askAll(event, input) !== null);
  const names = inputs.flatMap((input) => {
    const asked = { event, ...input } as AskedMaintenance;
    return KERNELS.toReversed().map((kernel) => maintenanceKey(kernel, asked));
  });
  return keyed(h('span', {}, ...inside(byKernel(answer, returned))), names.join(' '));
}

function row(event: Event, merged: Merged<Answers>): Row {
  const { values, answer } = merged;
  const words = AXES.map(({ name }) => values[name]?.map(written).join(', ') ?? NOTHING);
  return {
    id: slug([event, ...words.map((word) => (word === NOTHING ? 'x' : word))].join(' ')),
    name: code(words[0] === NOTHING ? 'any' : (words[0] ?? '')),
    cells: [
      ...words.slice(1),
      byKernel(answer, dcache),
      byKernel(answer, icache),
      answered(event, merged),
    ],
    keys: {
      event: [slug(event)],
      ...Object.fromEntries(
        ['fwb', 'dic'].map((name) => [name, (values[name] ?? [false, true]).map(written)] as const),
      ),
    },
  };
}

/** What KVM does for the caches when it changes a stage-2 table. */
export function kvmMaintenanceTable(): Table {
  const events = eventsOf();
  return {
    name: 'kvm-cmo',
    columns: [
      'Leaf',
      'Old leaf',
      'New exec',
      'Old exec',
      'SKIP_CMO',
      'FWB',
      'DIC',
      'D to PoC',
      'I to PoU',
      'Returns',
    ],
    groups: events.map((event): Group => {
      const rows = mergedRows(AXES, (input) => askAll(event, input), keyOf);
      return { heading: code(event), rows: rows.map((one) => row(event, one)) };
    }),
    filters: [
      filterOf('event', 'Operation', events),
      filterOf('fwb', 'FWB', ['0', '1']),
      filterOf('dic', 'DIC', ['0', '1']),
    ],
  };
}

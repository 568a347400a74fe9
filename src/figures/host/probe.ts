import { rowsByAnswers, type ProbeAnswers, type ProbeRow } from '../../observations/probe-rows.ts';
import { asRecorded, type ProbeHost, type ProbeRun } from '../../observations/probe.ts';
import { writeRun } from '../../observations/write.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import type { ListedCpu } from '../tables/listed-cpu.ts';
import { featuresOf } from './answers.ts';
import { cpuWithMidr } from './cpu.ts';
import type { HostFacts, Side } from './state.ts';
import type { Values } from '../form/field.ts';

export { readProbe } from '../../observations/probe.ts';

/** What the probe says of its host: fields that it sets. */
export function fieldsOfProbe(run: ProbeRun, side: Side, cpus: readonly ListedCpu[]): Values {
  const set: Record<string, string> = { [`${side}-kernel`]: run.release };
  const ctr = BigInt(run.ctr);
  const bit = (value: boolean | null): string | null => (value === null ? null : value ? '1' : '0');
  // Of IDC a program reads the safe value; DIC can be hidden from it, but not be shown where it is not.
  const told = {
    fwb: bit(run.fwb),
    dic: bit(run.dic) ?? ((ctr >> 29n) & 1n ? '1' : null),
    idc: (ctr >> 28n) & 1n ? '1' : '0',
  };
  for (const [name, value] of Object.entries(told))
    if (value !== null) set[`${side}-${name}`] = value;
  const cpu = run.midr === null ? null : cpuWithMidr(cpus, run.midr);
  if (cpu !== null) set[`${side}-cpu`] = cpu.cpu;
  return set;
}

/** Holds a run against the model on a host. */
export type Compare = (host: ProbeHost) => readonly ProbeRow[];

/** The answers of the model as data. */
let answers: ProbeAnswers | null = null;

/**
 * What holds a run against the model. The answers come as data; where somebody asked more than the
 * probe does, the model itself comes. It fails where neither does.
 */
export async function comparing(run: ProbeRun): Promise<Compare> {
  const all = (answers ??= await broughtAnswers());
  const isIn = rowsByAnswers(all, run, { fwb: false, dic: false }) !== null;
  if (isIn) return (host) => rowsByAnswers(all, run, host) ?? [];
  const { compareProbe } = await import('../../observations/compare-probe.ts');
  return (host) => compareProbe(run, host);
}

async function broughtAnswers(): Promise<ProbeAnswers> {
  const response = await fetch(`${import.meta.env.BASE_URL}probe-answers.json`);
  if (!response.ok) throw new Error(`answers: ${response.status}`);
  return (await response.json()) as ProbeAnswers;
}

const name = ({ fwb, dic }: ProbeHost): string => `FWB ${fwb ? 1 : 0}, DIC ${dic ? 1 : 0}`;

/** probeNodes holds a run of the probe against the model, for each host that it can have run on. */
export function probeNodes(run: ProbeRun, facts: HostFacts, compare: Compare): HNode[] {
  const hosts = featuresOf(facts);
  const compared = hosts.map((host) => ({ host, rows: compare(host) }));
  const fits = compared.filter(({ rows }) => rows.every(({ verdict }) => verdict !== 'differs'));
  return [
    h('p', { class: 'host-head' }, `The probe on ${run.release}`),
    ...run.problems.map((problem) => h('p', { class: 'fig-problems' }, problem)),
    hosts.length > 1 &&
      h(
        'p',
        {},
        fits.length === 0
          ? 'Its answers fit none of the hosts that are possible.'
          : `Its answers fit ${fits.map(({ host }) => name(host)).join('; ')}${fits.length < compared.length ? ', and not the other hosts' : ': they do not tell these apart'}.`,
      ),
    ...compared.map(({ host, rows }) => drawRows(host, rows)),
    h('button', { type: 'button', 'data-take': 'observation' }, 'Copy as an observation (JSON)'),
  ].filter((node): node is HElement => node !== false);
}

function drawRows(host: ProbeHost, rows: readonly ProbeRow[]): HElement {
  const count = (verdict: ProbeRow['verdict']): number =>
    rows.filter((row) => row.verdict === verdict).length;
  const differing = rows.filter(({ verdict }) => verdict === 'differs');
  return h(
    'div',
    {},
    h(
      'p',
      {},
      h('b', {}, name(host)),
      `: ${count('agrees')} rows agree, ${count('differs')} differ, ${count('not asked')} were not asked.`,
    ),
    h('ul', {}, ...differing.map(difference)),
    h(
      'details',
      {},
      h('summary', {}, 'Row by row'),
      h(
        'ul',
        { class: 'host-rows' },
        ...rows.map(({ id, point, seen, model, verdict, why }) =>
          h(
            'li',
            {},
            h('b', {}, verdict === 'agrees' ? '= ' : verdict === 'differs' ? '≠ ' : '? '),
            `${id === '' ? '' : `${id}: `}${point}: seen ${seen}`,
            model === null ? `; not asked: ${why ?? ''}` : `, model ${model}`,
          ),
        ),
      ),
    ),
  );
}

/** A difference with the steps by which the model comes to its answer: one of them is not so there. */
function difference({ id, point, seen, model, steps }: ProbeRow): HElement {
  return h(
    'li',
    {},
    h('b', {}, `≠ ${id === '' ? '' : `${id}: `}${point}: seen ${seen}, model ${model ?? ''}.`),
    ' The model was asked about this host and the rules of this kernel; where one of its steps is not so, it lies there. A feature that differs between CPUs, a kernel with patches of its own, or an error of this site are the usual causes.',
    steps.length > 0 &&
      h(
        'details',
        {},
        h('summary', {}, 'How the model comes to it'),
        h('ol', {}, ...steps.map((step) => h('li', {}, step))),
      ),
  );
}

/** A run as an observation, and the places that only its owner can fill in. */
export interface Observation {
  readonly text: string;
  readonly missing: readonly string[];
}

/** What a place says that the probe cannot know, so that nobody takes it for an answer. */
const ask = (how: string): string => `to be filled in: ${how}`;

/**
 * The run in the form of `content/data/observations`. What the probe cannot know says how it is found
 * out; a bit that nobody knows is taken as 0, and named.
 */
export function observationOf(run: ProbeRun, { told, cpu }: HostFacts): Observation {
  const recorded = asRecorded(run, { fwb: told.fwb.bit === 1, dic: told.dic.bit === 1 });
  const bits = (['fwb', 'dic'] as const).filter((bit) => told[bit].bit === null);
  const text = writeRun({
    ...recorded,
    kernel: {
      ...recorded.kernel,
      package: ask('dpkg -S or rpm -qf /boot/vmlinuz-$(uname -r)'),
      packageVersion: ask('the version of that package'),
      suite: ask('the release of the distribution'),
    },
    qemu: { version: 'none: hardware', packageVersion: 'none: hardware' },
    cpu: cpu?.cpu ?? ask('lscpu'),
    date: ask('the day of the run, as 2026-12-31'),
  });
  const missing = [
    'package, packageVersion and suite of the kernel',
    ...(cpu === null ? ['cpu'] : []),
    'date',
    'clidr, which user space cannot read',
    'all of mmfr2 but FWB',
    ...(run.midr === null ? ['midr'] : []),
    ...bits.map((bit) => `${bit.toUpperCase()}, taken as 0`),
  ];
  return { text, missing };
}

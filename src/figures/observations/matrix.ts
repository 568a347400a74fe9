import { hostOf } from '../../observations/host.ts';
import { alikeOn, endingOf, type Alike } from '../../observations/outcome.ts';
import { caseIds, cpuName, versionsOf } from '../../observations/runs.ts';
import type { Recorded, RecordedCase } from '../../observations/schema.ts';
import { kernelRoute } from '../../observations/seen.ts';
import { h } from '../show/node.ts';
import { code, filterOf, lines, more, NOTHING, slug } from '../tables/table.ts';
import type { Cell, Row, Table } from '../tables/table.ts';
import { endingChip, endingWord } from './ending.ts';
import { flagsOf, kindOf, madeWords, memoryWords, protectionWords } from './vma-words.ts';

/** Kinds of host, and pKVM, which has a rule of its own. */
const HOSTS: readonly (readonly [name: string, belongs: (run: Recorded) => boolean])[] = [
  ['FWB and DIC', (run) => isUsual(run) && hostOf(run).fwb && hostOf(run).dic],
  ['FWB alone', (run) => isUsual(run) && hostOf(run).fwb && !hostOf(run).dic],
  ['neither', (run) => isUsual(run) && !hostOf(run).fwb && !hostOf(run).dic],
  ['pKVM', (run) => !isUsual(run)],
];

const isUsual = ({ mode }: Recorded): boolean => mode !== 'protected';

/** Cases that differ in the VMA alone: the guest reads, with its MMU off, and nothing else is done. */
function isPlainLoad({ second, then, slot, guest, id }: RecordedCase): boolean {
  const plain = second === null && then === null && (slot?.flags.length ?? 0) === 0;
  return plain && id.endsWith('-load') && !/-(readonly|unaligned)-/.test(id) && guest?.mmu !== true;
}

/** One answer with the CPUs that gave it, which lead to the observation. */
function answer({ outcome, one, runs }: Alike): Cell {
  const [first] = runs;
  const href = first && `${kernelRoute(first)}#case-${one.id}`;
  const link = h('a', { class: 'tab-more', href }, runs.map(cpuName).join(', '));
  return [endingChip(outcome.ending), link];
}

function row(version: string, runs: readonly Recorded[], id: string): Row[] {
  const [first] = runs.flatMap(({ cases }) => cases.filter((one) => one.id === id));
  if (first === undefined) return [];
  const { vma } = first;
  const cells = HOSTS.map(([, belongs]): Cell => {
    const alike = byEnding(alikeOn(runs.filter(belongs), id));
    const answers = alike.map(answer);
    return answers.length > 1 ? lines(answers) : (answers[0] ?? NOTHING);
  });
  const ends = runs.flatMap((run) =>
    run.cases.filter((one) => one.id === id).map((one) => endingWord(endingOf(run, one))),
  );
  return [
    {
      id: `${version}-${id}`,
      name: code(flagsOf(vma).join(' | ') || 'no flag'),
      about: more(`${protectionWords(vma)}; ${memoryWords(vma)}; ${madeWords(vma)}`),
      cells,
      keys: {
        kernel: [slug(version)],
        kind: [slug(kindOf(vma))],
        memory: [slug(memoryWords(vma))],
        type: [slug(protectionWords(vma))],
        end: [...new Set(ends)].map(slug),
      },
    },
  ];
}

/** Outcomes that end alike, whatever else differs: one answer of the matrix. */
function byEnding(alike: readonly Alike[]): Alike[] {
  const groups = new Map<string, Alike>();
  for (const one of alike) {
    const key = JSON.stringify(one.outcome.ending);
    const known = groups.get(key);
    groups.set(key, known ? { ...known, runs: [...known.runs, ...one.runs] } : one);
  }
  return [...groups.values()];
}

/** What a guest that reads got, by kernel, VMA and kind of host; each CPU leads to its evidence. */
export function matrixTable(all: readonly Recorded[]): Table {
  const versions = versionsOf(all);
  const groups = versions.map((version) => {
    const runs = all.filter(({ kernel }) => kernel.version === version);
    const loads = runs.flatMap(({ cases }) => cases.filter(isPlainLoad));
    const rows = caseIds(runs)
      .filter((id) => loads.some((one) => one.id === id))
      .flatMap((id) => row(version, runs, id));
    return { heading: `Linux ${version}`, rows, vmas: loads.map(({ vma }) => vma) };
  });
  const vmas = groups.flatMap((group) => group.vmas);
  const ends = groups.flatMap(({ rows }) => rows.flatMap(({ keys }) => keys?.['end'] ?? []));
  return {
    name: 'seen',
    columns: ['VMA', ...HOSTS.map(([name]) => name)],
    groups,
    filters: [
      filterOf('kernel', 'Kernel', versions),
      filterOf('kind', 'Flag', vmas.map(kindOf)),
      filterOf('memory', 'Memory', vmas.map(memoryWords)),
      filterOf('type', 'Protection', vmas.map(protectionWords)),
      filterOf('end', 'Ends with', ends),
    ],
  };
}

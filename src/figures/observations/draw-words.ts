import { cpuName, versionsOf } from '../../observations/runs.ts';
import type { Recorded, RecordedCase } from '../../observations/schema.ts';
import { kernelRoute } from '../../observations/seen.ts';
import { h } from '../show/node.ts';
import type { Child, HElement } from '../show/node.ts';
import { groupBy } from '../tables/group-by.ts';
import { accessWords } from './case-words.ts';
import { shortName } from './columns.ts';
import { endingChip } from './ending.ts';
import { linesOf, type Line } from './lines.ts';

/** What a row opens: its cases, each with its place, and what was seen, said once. */
export function drawWords(
  runs: readonly Recorded[],
  cases: readonly RecordedCase[],
  lead: (one: RecordedCase) => HElement,
): HElement[] {
  const lines = linesOf(
    runs,
    cases.map(({ id }) => id),
  );
  return [
    h('p', {}, ...between(cases.map(lead), ' ')),
    h('ul', {}, ...lines.map((line) => drawLine(line, cases, runs))),
  ];
}

/** The place of a case on the page of its kernel, which is what links to a case lead to. */
export const casePlace = ({ id }: RecordedCase): HElement =>
  h('a', { id: `case-${id}`, href: `#case-${id}` }, id);

/** The place of a case among all kernels, with links to those that were asked. */
export const caseLinks =
  (runs: readonly Recorded[]) =>
  ({ id }: RecordedCase): HElement => {
    const asked = runs.filter(({ cases }) => cases.some((one) => one.id === id));
    const links = groupBy(asked, kernelRoute).map(([run]) => {
      const { version } = (run as Recorded).kernel;
      return h('a', { href: `${kernelRoute(run as Recorded)}#case-${id}` }, version);
    });
    return h('span', { id: `seen-${id}` }, `${id}: `, ...between(links, ', '));
  };

/** One line: the sign, who saw it, the evidence, and how the model stands to it. */
function drawLine(line: Line, cases: readonly RecordedCase[], runs: readonly Recorded[]): HElement {
  const { ids, ending, evidence, differs } = line;
  const some = ids.length < cases.length;
  const own = cases.filter(({ id }) => ids.includes(id));
  return h(
    'li',
    {},
    endingChip(ending),
    ' ',
    h('b', {}, whoWords(line.runs, runs)),
    some && `, ${[...new Set(own.map((one) => accessWords(one) ?? one.id))].join(', ')}`,
    `: ${evidence}. ${modelWords(line)}`,
    ...differs.map((text) => h('b', {}, ` differs: ${text}.`)),
  );
}

function modelWords({ agreed, unasked }: Line): string {
  const answers = `${agreed} answer${agreed === 1 ? '' : 's'}`;
  return [
    ...(agreed > 0 ? [`= ${answers}.`] : []),
    ...unasked.map((why) => `Not asked: ${why}.`),
  ].join(' ');
}

/** The runs of a line among those of its part; the kernel is said where there are several. */
function whoWords(own: readonly Recorded[], all: readonly Recorded[]): string {
  const versions = versionsOf(own);
  if (versionsOf(all).length === 1)
    return own.length === all.length && own.length > 1
      ? `all ${own.length} CPUs`
      : own.map(shortName).join(', ');
  return versions
    .map((version) => {
      const [mine, there] = [own, all].map((runs) =>
        runs.filter(({ kernel }) => kernel.version === version),
      ) as [Recorded[], Recorded[]];
      const who =
        mine.length === there.length && mine.length > 1 ? 'all' : mine.map(cpuName).join(', ');
      return `${version} (${who})`;
    })
    .join(', ');
}

const between = (parts: readonly HElement[], text: string): Child[] =>
  parts.flatMap((part, i) => (i === 0 ? [part] : [text, part]));

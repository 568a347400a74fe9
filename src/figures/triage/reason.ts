// The page draws answers and asks a worker for them: it takes nothing else of triage.
import { kernelsOf, type ReasonFound } from '../../triage/answer.ts';
import { h } from '../show/node.ts';
import type { Child, HElement, HNode } from '../show/node.ts';
import { prose } from './prose.ts';

/** Titles of public reports, by the ids of their sources. */
export type Reports = Readonly<Record<string, string>>;

/** A way to a line of the text. */
export const toLine = (line: number): HElement =>
  h('a', { href: '#triage-text', 'data-line': line }, `line ${line}`);

const grounds = ({ because }: ReasonFound): HNode[] =>
  because.flatMap(({ line, words }, i): HNode[] => [
    ...(i > 0 ? ['; '] : []),
    ...(line === null ? [] : [toLine(line), ': ']),
    h('span', { class: 'tri-words' }, ...prose(words)),
  ]);

/** command is what one types, with the button that copies it. */
export const command = (line: string | null): HElement | null =>
  line === null
    ? null
    : h(
        'p',
        { class: 'tri-command' },
        h('code', {}, line),
        h('button', { type: 'button', 'data-type': line, 'aria-label': `Copy ${line}` }, 'Copy'),
      );

const pair = (name: string, ...value: readonly Child[]): HElement[] => [
  h('dt', {}, name),
  h('dd', {}, ...value),
];

const sourceLinks = (ids: readonly string[]): HNode[] =>
  ids.flatMap((id, i): HNode[] => [
    ...(i > 0 ? [', '] : []),
    h('a', { href: `/sources/${id}/` }, h('code', {}, id)),
  ]);

const known = (ids: readonly string[], reports: Reports): HNode[] =>
  ids.flatMap((id, i): HNode[] => [
    ...(i > 0 ? ['; '] : []),
    h('a', { href: `/sources/${id}/` }, (reports[id] ?? id).replace(/ \(message-id [^)]*\)/, '')),
  ]);

/** How a reason that remains is drawn. */
interface Drawn {
  readonly reports: Reports;
  /** The first of the list stands open. */
  readonly first: boolean;
  /** It is the only one: what comes next says how to look and how to mend it. */
  readonly alone: boolean;
}

/** leftReason is a reason that remains: how to make sure, how to mend it, where it is explained. */
export function leftReason(reason: ReasonFound, { reports, first, alone }: Drawn): HElement {
  const { id, title, confirm, remedy, chapter, source, status } = reason;
  const told = source.filter((one) => one in reports);
  return h(
    'li',
    { 'data-reason': id, 'data-state': 'left' },
    h(
      'details',
      { open: first },
      h('summary', {}, h('b', {}, ...prose(title))),
      h(
        'dl',
        {},
        ...pair('Because', ...grounds(reason)),
        ...(alone ? [] : pair('Look', ...prose(confirm))),
        ...(reason.command === null ? [] : pair('Type', command(reason.command))),
        ...(alone ? [] : pair('Mend', ...prose(remedy))),
        ...pair('Where', `${kernelsOf(reason)}.`),
        ...pair(
          'Why',
          h('a', { href: chapter }, 'The chapter'),
          ` · ${status} · `,
          ...sourceLinks(source),
        ),
        ...(told.length > 0 ? pair('Reports', ...known(told, reports)) : []),
      ),
    ),
  );
}

/** excludedList is what is struck out; reasons that the same ground strikes out stand together. */
export function excludedList(excluded: readonly ReasonFound[]): HElement {
  const byGround = new Map<string, ReasonFound[]>();
  for (const reason of excluded) {
    const key = JSON.stringify(reason.because);
    byGround.set(key, [...(byGround.get(key) ?? []), reason]);
  }
  return h(
    'ul',
    { class: 'tri-out' },
    ...[...byGround.values()].map((reasons) =>
      h(
        'li',
        {},
        h('b', {}, 'Excluded'),
        ' because ',
        ...reasons.slice(0, 1).flatMap(grounds),
        h('ul', {}, ...reasons.map(struck)),
      ),
    ),
  );
}

const struck = ({ id, title, chapter }: ReasonFound): HElement =>
  h(
    'li',
    { 'data-reason': id, 'data-state': 'excluded' },
    h('s', {}, ...prose(firstSentence(title))),
    ' ',
    h('a', { href: chapter, 'aria-label': `Chapter of ${id}` }, 'Chapter'),
  );

const firstSentence = (text: string): string =>
  /^.*?[.;](?= |$)/.exec(text)?.[0].replace(/;$/, '.') ?? text;

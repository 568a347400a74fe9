import type { Fact, Triage } from '../../triage/index.ts';
import type { Parts } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import { prose } from './prose.ts';
import { command, excludedList, leftReason, toLine, type Reports } from './reason.ts';

/** Lines that say nothing and are listed. */
const MOST_LISTED = 200;

const counted = (n: number, one: string, more = `${one}s`): string =>
  `${n} ${n === 1 ? one : more}`;

/** summary says an answer in one sentence, which is also read out. */
export function summary({ reasons, understood, ignored }: Triage): string {
  const left = reasons.filter(({ state }) => state === 'left').length;
  const out = reasons.length - left;
  const lines = new Set(understood.map(({ line }) => line)).size;
  const read = `${counted(lines, 'line')} understood, ${ignored.length} not`;
  if (reasons.length === 0) return `No reason yet; ${read}.`;
  return `${counted(left, 'reason')} left, ${out} excluded; ${read}.`;
}

/** What a part shows, and how: where the first is the same as before, the part stays as it is. */
interface Part {
  readonly of: unknown;
  readonly draw: () => readonly HNode[];
}

/** parts is what stands where for an answer. */
export function parts(answer: Triage, reports: Reports): Parts {
  return changedParts(answer, reports, new Map());
}

/**
 * changedParts is what stands where for an answer that was not drawn before; `drawn` remembers it.
 * A letter changes few parts of an answer, and the others cost nothing then.
 */
export function changedParts(answer: Triage, reports: Reports, drawn: Map<string, string>): Parts {
  const changed = Object.entries(partsOf(answer, reports)).filter(([name, { of }]) => {
    const now = JSON.stringify(of);
    const same = drawn.get(name) === now;
    drawn.set(name, now);
    return !same;
  });
  return Object.fromEntries(changed.map(([name, { draw }]) => [name, draw()]));
}

function partsOf(answer: Triage, reports: Reports): Readonly<Record<string, Part>> {
  const { reasons, next, notes, understood, asked, ignored } = answer;
  const left = reasons.filter(({ state }) => state === 'left');
  const excluded = reasons.filter(({ state }) => state === 'excluded');
  const alone = left.length === 1;
  const said = summary(answer);
  const first = alone ? null : (left[0]?.command ?? null);
  return {
    say: { of: said, draw: () => [said] },
    next: {
      of: [next, first],
      draw: () => [h('h3', {}, 'Next'), h('p', {}, ...prose(next)), ...asList(command(first))],
    },
    left: {
      of: left,
      draw: () =>
        under('Left, in the order of trying', left, () =>
          h(
            'ol',
            { class: 'tri-left' },
            ...left.map((one, i) => leftReason(one, { reports, first: i === 0, alone })),
          ),
        ),
    },
    excluded: {
      of: excluded,
      draw: () => under('Excluded', excluded, () => excludedList(excluded)),
    },
    facts: {
      of: [understood, asked],
      draw: () => under('Understood', understood, () => factList(answer)),
    },
    notes: {
      of: notes,
      draw: () =>
        under('Notes', notes, () =>
          h('ul', {}, ...notes.map((note) => h('li', {}, ...prose(note)))),
        ),
    },
    ignored: {
      of: ignored,
      draw: () => (ignored.length === 0 ? [] : [ignoredList(answer)]),
    },
  };
}

const asList = (node: HElement | null): HElement[] => (node === null ? [] : [node]);

const under = (name: string, list: readonly unknown[], draw: () => HElement): HNode[] =>
  list.length === 0 ? [] : [h('h3', {}, name), draw()];

/** What was read, key by key: several candidates of a key stand side by side, and the one that counts says so. */
function factList({ understood, asked }: Triage): HElement {
  const byKey = new Map<string, Fact[]>();
  for (const fact of understood) byKey.set(fact.key, [...(byKey.get(fact.key) ?? []), fact]);
  return h(
    'dl',
    { class: 'tri-facts' },
    ...[...byKey].map(([key, facts]) =>
      h(
        'div',
        {},
        h('dt', {}, h('code', {}, key)),
        h(
          'dd',
          {},
          ...facts.map(({ value, line }) =>
            h(
              'span',
              { class: 'tri-fact' },
              h('code', {}, value),
              ' ',
              toLine(line),
              facts.length > 1 && asked[key] === value && ' counts',
            ),
          ),
        ),
      ),
    ),
  );
}

function ignoredList({ ignored }: Triage): HElement {
  const more = ignored.length - MOST_LISTED;
  return h(
    'details',
    {},
    h('summary', {}, `${counted(ignored.length, 'line says', 'lines say')} nothing here`),
    h(
      'ol',
      { class: 'tri-ignored' },
      ...ignored
        .slice(0, MOST_LISTED)
        .map(({ line, text }) => h('li', { value: line }, h('code', { dir: 'auto' }, text))),
    ),
    more > 0 && h('p', {}, `${more} more are not listed.`),
  );
}

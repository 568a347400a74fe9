import { ruleId } from '../../link/stable-id.ts';
import type { ShowStep } from '../../model/index.ts';
import { nameCode } from './name-code.ts';
import { h } from './node.ts';
import type { HElement, HNode } from './node.ts';

/** The form of an id in the list of sources. */
const ID = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/;

/** sourceLinks names sources, each linked to its entry in the list of sources. */
export function sourceLinks(ids: readonly string[]): HElement {
  const links = ids.flatMap((id, i): HNode[] => {
    // Of a snippet's own making any text may stand here; only an id leads anywhere.
    const link = ID.test(id) ? h('a', { href: `/sources/#${id}` }, id) : h('span', {}, id);
    return i === 0 ? [link] : [' ', link];
  });
  return h('span', { class: 'show-src' }, ...links);
}

/** The check, linked to its witnesses where the model made it: then it names a source. */
function checkCode({ check, in: where, source }: ShowStep): HElement {
  const code = nameCode(check);
  const ours = source.length > 0 && source.every((id) => ID.test(id));
  return ours ? h('a', { href: `/evidence/#${ruleId(where, check)}` }, code) : code;
}

function stepItem(step: ShowStep, where: string): HElement {
  return h(
    'li',
    { class: step.decides && 'show-decides' },
    checkCode(step),
    ' ',
    h('b', {}, step.answer),
    step.decides && h('em', {}, ' decides'),
    h(
      'span',
      { class: 'show-inputs' },
      `${step.inputs} `,
      where !== '' && nameCode(where),
      ' ',
      sourceLinks(step.source),
    ),
  );
}

/** stepLists draws the checks of a decision: a list starts, with its name, where the function changes. */
export function stepLists(steps: readonly ShowStep[]): HNode[] {
  const lists: HNode[] = [];
  for (let start = 0, end = 0; start < steps.length; start = end) {
    const name = steps[start]?.in ?? '';
    while (end < steps.length && steps[end]?.in === name) end += 1;
    const items = steps.slice(start, end).map((step) => stepItem(step, ''));
    lists.push(
      h('p', { class: 'show-fn' }, nameCode(name)),
      h('ol', { class: 'show-steps', start: start + 1 }, ...items),
    );
  }
  return lists;
}

/** ruleList draws the rules behind attributes: one list, each step with the tag of its rule. */
export const ruleList = (steps: readonly ShowStep[]): HNode[] => [
  h('ol', { class: 'show-steps' }, ...steps.map((step) => stepItem(step, step.in))),
];

/** stepFold says which check decided and folds all checks behind that line. */
export function stepFold(
  steps: readonly ShowStep[],
  open: boolean,
  lists: (steps: readonly ShowStep[]) => HNode[] = stepLists,
): HNode[] {
  if (steps.length === 0) return [];
  const at = steps.findIndex((step) => step.decides);
  const last = steps[at];
  const summary = last
    ? [
        `Step ${at + 1} of ${steps.length} decides: `,
        nameCode(last.check),
        ' ',
        h('b', {}, last.answer),
      ]
    : [`${steps.length} steps`];
  return [h('details', { open }, h('summary', {}, ...summary), ...lists(steps))];
}

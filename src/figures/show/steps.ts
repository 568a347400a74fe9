import type { ShowStep } from '../../model/index.ts';
import { h } from './node.ts';
import type { HElement, HNode } from './node.ts';

/** sourceLinks names sources, each linked to its entry in the list of sources. */
export function sourceLinks(ids: readonly string[]): HElement {
  const links = ids.flatMap((id, i): HNode[] => {
    const link = h('a', { href: `/sources/#${encodeURIComponent(id)}` }, id);
    return i === 0 ? [link] : [' ', link];
  });
  return h('span', { class: 'show-src' }, ...links);
}

function stepItem(step: ShowStep): HElement {
  return h(
    'li',
    { class: step.decides && 'show-decides' },
    h('code', {}, step.check),
    ' ',
    h('b', {}, step.answer),
    step.decides && h('em', {}, ' decides'),
    h('span', { class: 'show-inputs' }, step.inputs, ' ', sourceLinks(step.source)),
  );
}

/** stepLists draws numbered steps; a list starts anew, with its name, where the function changes. */
export function stepLists(steps: readonly ShowStep[]): HNode[] {
  const lists: HNode[] = [];
  for (let start = 0, end = 0; start < steps.length; start = end) {
    const name = steps[start]?.in ?? '';
    while (end < steps.length && steps[end]?.in === name) end += 1;
    lists.push(
      h('p', { class: 'show-fn' }, h('code', {}, name)),
      h('ol', { class: 'show-steps', start: start + 1 }, ...steps.slice(start, end).map(stepItem)),
    );
  }
  return lists;
}

/** stepFold says which check decided and folds all checks behind that line. */
export function stepFold(steps: readonly ShowStep[], open: boolean): HNode[] {
  if (steps.length === 0) return [];
  const at = steps.findIndex((step) => step.decides);
  const last = steps[at];
  const summary = last
    ? [
        `Check ${at + 1} of ${steps.length} decides: `,
        h('code', {}, last.check),
        ' ',
        h('b', {}, last.answer),
      ]
    : [`${steps.length} steps`];
  return [h('details', { open }, h('summary', {}, ...summary), ...stepLists(steps))];
}

import { all, first, type Parts } from './dom.ts';
import { parsePage } from './page.ts';
import type { BuiltPage } from './page.ts';

/** What only works with a script, or only in a window: nothing of it can be read. */
const GONE = [
  'script',
  'noscript',
  'link',
  'template',
  '[popover]',
  '.sidenote',
  '.snip-tools',
  '.snip-note',
  '.snip-mark',
  '.fig-problems',
  '.fig-failed',
  '.step-bar',
  '.fig-foot',
  '.check-do',
  '.guesses',
  '.kept',
  '.guess-ask',
  '.reasons-known',
  // All rows are there: nothing of a table is chosen.
  '.tab-controls',
  '.tab-state',
];

/** staticPage is parsePage for editions: the article needs no script any more. */
export function staticPage(route: string, html: string): BuiltPage | null {
  const page = parsePage(route, html);
  if (page !== null) makeStatic(page.part);
  return page;
}

/**
 * makeStatic changes a page into one that needs no script: controls become the list of what is
 * chosen, links of terms and headings become their words, everything folded is open.
 */
function makeStatic(part: Parts): void {
  const spoken = part('[role]').filter((element) =>
    element.matches('[role=status]:not(.snip-out)'),
  );
  for (const element of [...part(...GONE), ...spoken]) element.remove();
  for (const controls of part('.fig-controls')) {
    const chosen = choices(controls);
    if (chosen === null) controls.remove();
    else controls.replaceWith(chosen);
  }
  for (const button of part('button')) button.remove();
  for (const link of part('.term', '.self', '.knob')) link.replaceWith(...link.childNodes);
  for (const input of part('input', 'select')) input.remove();
  for (const details of part('details')) details.setAttribute('open', '');
  for (const element of part('[hidden]')) element.removeAttribute('hidden');
  for (const known of part('[data-seen]')) known.removeAttribute('data-seen');
  for (const snippet of part('stage-snippet')) {
    for (const name of ['data-program', 'data-base', 'data-sandbox']) snippet.removeAttribute(name);
  }
}

/** What the controls of a figure stand at; null where they choose nothing, as buttons do not. */
function choices(controls: Element): Element | null {
  const pairs = [
    ...all(controls, 'fieldset').map((group) => [
      textOf(first(group, 'legend')),
      textOf(first(group, 'input[checked]')?.closest('label') ?? null),
    ]),
    ...all(controls, 'select').map((select) => [
      textOf(first(select.closest('label') ?? select, 'span')),
      textOf(first(select, 'option[selected]') ?? first(select, 'option')),
    ]),
    ...all(controls, 'label > input[type=checkbox]').map((input) => [
      textOf(input.parentElement),
      input.hasAttribute('checked') ? 'yes' : 'no',
    ]),
  ].filter(([name, value]) => name && value);
  if (pairs.length === 0) return null;
  const list = controls.ownerDocument.createElement('dl');
  list.setAttribute('class', 'show-facts');
  for (const [name = '', value = ''] of pairs) {
    const pair = controls.ownerDocument.createElement('div');
    for (const [tag, text] of [
      ['dt', name],
      ['dd', value],
    ] as const) {
      const part = controls.ownerDocument.createElement(tag);
      part.textContent = text;
      pair.appendChild(part);
    }
    list.appendChild(pair);
  }
  return list;
}

const textOf = (element: Element | null): string => element?.textContent?.trim() ?? '';

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
  '.fig-problems',
  '.fig-failed',
  '[role=status]:not(.snip-out)',
  '.trace-bar',
  '.trace-one',
  '.fig-foot',
].join(', ');

/** stillPage is parsePage for editions: the article needs no script any more. */
export function stillPage(route: string, html: string): BuiltPage | null {
  const page = parsePage(route, html);
  if (page !== null) still(page.article);
  return page;
}

/**
 * still changes an article into one that needs no script: controls become the list of what is
 * chosen, links of terms become their words, everything folded is open.
 */
function still(article: Element): void {
  for (const element of article.querySelectorAll(GONE)) element.remove();
  for (const controls of article.querySelectorAll('.fig-controls, .tab-controls')) {
    const chosen = choices(controls);
    if (chosen === null) controls.remove();
    else controls.replaceWith(chosen);
  }
  for (const button of article.querySelectorAll('button')) button.remove();
  for (const term of article.querySelectorAll('a.term')) term.replaceWith(...term.childNodes);
  for (const input of article.querySelectorAll('input, select')) input.remove();
  for (const details of article.querySelectorAll('details')) details.setAttribute('open', '');
  for (const element of article.querySelectorAll('[hidden]')) element.removeAttribute('hidden');
  for (const snippet of article.querySelectorAll('stage-snippet')) {
    for (const name of ['data-program', 'data-base', 'data-sandbox']) snippet.removeAttribute(name);
  }
}

/** What the controls of a figure stand at; null where they choose nothing, as buttons do not. */
function choices(controls: Element): Element | null {
  const pairs = [
    ...[...controls.querySelectorAll('fieldset')].map((group) => [
      textOf(group.querySelector('legend')),
      textOf(group.querySelector('input[checked]')?.closest('label') ?? null),
    ]),
    ...[...controls.querySelectorAll('select')].map((select) => [
      textOf(select.closest('label')?.querySelector('span') ?? null),
      textOf(select.querySelector('option[selected]') ?? select.querySelector('option')),
    ]),
    ...[...controls.querySelectorAll('label:has(> input[type=checkbox])')].map((label) => [
      textOf(label),
      label.querySelector('input')?.hasAttribute('checked') ? 'yes' : 'no',
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
      pair.append(part);
    }
    list.append(pair);
  }
  return list;
}

const textOf = (element: Element | null): string => element?.textContent?.trim() ?? '';

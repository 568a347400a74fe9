import { nameCode } from '../figures/show/name-code.ts';
import { h } from '../figures/show/node.ts';
import type { HElement, HNode } from '../figures/show/node.ts';
import { firstSentence, type ApiEntry, type ApiPart, type Area } from './api.ts';
import { addressOf } from './groups.ts';
import { docNodes, typeNodes, type Links } from './markdown.ts';

/** Links of docstrings on the page of a group: to a public name, or to a source in the list. */
export function linksOf(
  api: readonly ApiEntry[],
  sources: ReadonlySet<string>,
  page: Area | null = null,
): Links {
  const names = new Map(api.map((entry) => [entry.name, entry] as const));
  return (word) => {
    const entry = names.get(word);
    if (entry) return entry.area === page ? `#${word}` : addressOf(entry);
    return sources.has(word) ? `/sources/#${word}` : null;
  };
}

/** entryNodes draws one public name: declaration, docstring, parts, place. */
export function entryNodes(entry: ApiEntry, api: readonly ApiEntry[], links: Links): HNode[] {
  const { name, kind, signature, doc, parts, file, line } = entry;
  return [
    h(
      'h3',
      { id: name },
      h('a', { href: `#${name}` }, nameCode(name)),
      h('small', { class: 'label' }, ` ${kind}`),
    ),
    h('pre', {}, h('code', {}, ...typeNodes(signature, links, name))),
    ...docNodes(doc, links),
    parts.length > 0 && partsTable(entry, api, links),
    h('p', { class: 'api-place' }, `${file}:${line}`),
  ].filter((node) => node !== false);
}

function partsTable({ name, parts }: ApiEntry, api: readonly ApiEntry[], links: Links): HElement {
  const rows = parts.map((part) =>
    h(
      'tr',
      { role: 'row' },
      h('th', { role: 'rowheader', scope: 'row' }, nameCode(part.name), part.optional && '?'),
      h('td', { role: 'cell' }, h('code', {}, ...typeNodes(part.type, links))),
      h('td', { role: 'cell' }, ...aboutPart(part, api, links)),
    ),
  );
  const heads = ['Name', 'Type', 'About'].map((head) =>
    h('th', { role: 'columnheader', scope: 'col' }, head),
  );
  return h(
    'table',
    { role: 'table', class: 'tab api-parts', 'aria-label': `Parts of ${name}` },
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ...heads)),
    h('tbody', { role: 'rowgroup' }, ...rows),
  );
}

/** What a part is; where it says nothing itself, what its type is. */
function aboutPart({ doc, type }: ApiPart, api: readonly ApiEntry[], links: Links): HNode[] {
  const named = api.find(({ name }) => type.replace(/ \| null$/, '') === name);
  return docNodes(doc === '' && named ? firstSentence(named.doc) : doc, links);
}

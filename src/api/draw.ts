import { h } from '../figures/show/node.ts';
import type { HElement, HNode } from '../figures/show/node.ts';
import { firstSentence, type ApiEntry, type ApiPart } from './api.ts';
import { docNodes, typeNodes, type Links } from './markdown.ts';

/** Links of docstrings: to a public name on the page, or to a source in the list. */
export function linksOf(api: readonly ApiEntry[], sources: ReadonlySet<string>): Links {
  const names = new Set(api.map(({ name }) => name));
  return (word) => {
    if (names.has(word)) return `#${word}`;
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
      h('a', { href: `#${name}` }, h('code', {}, name)),
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
      {},
      h('th', { scope: 'row' }, h('code', {}, part.name), part.optional && '?'),
      h('td', {}, h('code', {}, ...typeNodes(part.type, links))),
      h('td', {}, ...aboutPart(part, api, links)),
    ),
  );
  const heads = ['Name', 'Type', 'About'].map((head) => h('th', { scope: 'col' }, head));
  return h(
    'table',
    { class: 'tab api-parts', 'aria-label': `Parts of ${name}` },
    h('thead', {}, h('tr', {}, ...heads)),
    h('tbody', {}, ...rows),
  );
}

/** What a part is; where it says nothing itself, what its type is. */
function aboutPart({ doc, type }: ApiPart, api: readonly ApiEntry[], links: Links): HNode[] {
  const named = api.find(({ name }) => type.replace(/ \| null$/, '') === name);
  return docNodes(doc === '' && named ? firstSentence(named.doc) : doc, links);
}

/** indexRows draws names with one sentence each. */
export function indexRows(api: readonly ApiEntry[], links: Links): HElement[] {
  return api.map(({ name, doc }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, h('a', { href: `#${name}` }, h('code', {}, name))),
      h('td', {}, ...docNodes(firstSentence(doc), links)),
    ),
  );
}

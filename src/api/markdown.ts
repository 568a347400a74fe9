import { nameCode, nameWords } from '../figures/show/name-code.ts';
import { h } from '../figures/show/node.ts';
import type { HNode } from '../figures/show/node.ts';

/** Where a word of a docstring leads; null where it leads nowhere. */
export type Links = (word: string) => string | null;

/** A docstring as paragraphs and lists. Names and source ids in it become links. */
export function docNodes(doc: string, links: Links): HNode[] {
  return doc
    .split(/\n\s*\n/)
    .flatMap((block) => block.split(/\n(?=- )/))
    .filter((block) => block.trim() !== '')
    .map((block) =>
      block.startsWith('- ')
        ? h('ul', {}, h('li', {}, ...inline(block.slice(2), links)))
        : h('p', {}, ...inline(block, links)),
    );
}

/** Text with code between backticks. */
function inline(text: string, links: Links): HNode[] {
  return text
    .replace(/\s+/g, ' ')
    .split('`')
    .flatMap((part, i): HNode[] => (i % 2 === 1 ? [codeNode(part, links)] : words(part, links)));
}

function codeNode(text: string, links: Links): HNode {
  const href = links(text.replace(/\(\)$/, ''));
  return href === null ? nameCode(text) : h('a', { href }, nameCode(text));
}

/** A name that a narrow line cannot hold. */
const LONG = /(\w{21,})/;

/** In prose only source ids are links: names of the model are words there too. */
function words(text: string, links: Links): HNode[] {
  return text.split(/\b([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*)\b/).flatMap((word, i) => {
    const href = i % 2 === 1 ? links(word) : null;
    if (href?.startsWith('/sources/')) return [h('a', { href }, word)];
    return word.split(LONG).flatMap((part, at) => (at % 2 === 1 ? nameWords(part) : [part]));
  });
}

/** A type as code, with the public names in it as links. */
export function typeNodes(type: string, links: Links, own = ''): HNode[] {
  return type.split(/('[^']*'|[A-Za-z_$][\w$]*)/).flatMap((part, i) => {
    const href = i % 2 === 1 && part !== own ? links(part) : null;
    const name = nameWords(part);
    return href === null ? name : [h('a', { href }, ...name)];
  });
}

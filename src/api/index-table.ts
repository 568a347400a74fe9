import { filterOf, more, slug, type Row, type Table } from '../figures/tables/table.ts';
import { firstSentence, type ApiEntry } from './api.ts';
import { addressOf, GROUPS } from './groups.ts';
import { docNodes, type Links } from './markdown.ts';
import { nameCode } from '../figures/show/name-code.ts';

/**
 * indexTable lists all names, each with one sentence. The anchor of a row is the name itself: on this
 * page stood every entry once, and links to them lead on from here.
 */
export function indexTable(api: readonly ApiEntry[], links: Links): Table {
  const titleOf = new Map(GROUPS.map(({ area, title }) => [area, title] as const));
  const row = (entry: ApiEntry): Row => {
    const { name, kind, area, doc } = entry;
    const group = titleOf.get(area) ?? area;
    return {
      id: name,
      anchor: name,
      href: addressOf(entry),
      name: nameCode(name),
      cells: [[...docNodes(firstSentence(doc), links), ' ', more(`${kind}, ${group}`)]],
      keys: { kind: [slug(kind)], group: [slug(group)] },
    };
  };
  const kinds = ['function', 'constant', 'class', 'interface', 'type'] as const;
  return {
    name: 'api',
    columns: ['Name', 'What it is'],
    groups: [{ heading: null, rows: api.map(row) }],
    find: 'Name',
    filters: [
      filterOf(
        'kind',
        'Kind',
        kinds.filter((kind) => api.some((one) => one.kind === kind)),
      ),
      filterOf(
        'group',
        'Group',
        GROUPS.map(({ title }) => title),
      ),
    ],
  };
}

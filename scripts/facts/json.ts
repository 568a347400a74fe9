import type { Fact } from './markdown.ts';

/** Keys that name an entry of a list, in the order in which they are looked for. */
const NAMES = ['term', 'cpu', 'person', 'date'];

/** Statements of a JSON list whose entries have a status and a list of sources. */
export function factsOfJson(name: string, text: string): Fact[] {
  const list = JSON.parse(text) as readonly Readonly<Record<string, unknown>>[];
  return list.flatMap((entry) => {
    const { status, source } = entry;
    if (typeof status !== 'string' || !Array.isArray(source)) return [];
    const words = [entry[NAMES.find((key) => key in entry) ?? ''], entry['topic'] ?? ''];
    return [{ where: `${name} ${words.join(' ')}`.trim(), status, sources: source.map(String) }];
  });
}

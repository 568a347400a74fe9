/* Numbers that only the whole edition knows; until then a chapter has marks, which no text contains. */
const CITE = '\uE000';
const FIGURE = '\uE001';

/** citeMark stands for the number of a source. */
export const citeMark = (id: string): string => `${CITE}${id}${CITE}`;

/** figureMark stands for the number of the next figure. */
export const figureMark = FIGURE;

/** fillIn numbers figures through, and citations by the order of `ids`; an id that is not there stays. */
export function fillIn(html: string, ids: readonly string[]): string {
  const numbers = new Map(ids.map((id, index) => [id, `${index + 1}`] as const));
  let figures = 0;
  return html
    .replaceAll(FIGURE, () => `${(figures += 1)}`)
    .replace(new RegExp(`${CITE}([^${CITE}]*)${CITE}`, 'g'), (_, id) => numbers.get(id) ?? id);
}

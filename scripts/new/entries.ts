/** An entry of a JSON list, as it stands there. */
interface Standing {
  readonly value: Readonly<Record<string, unknown>>;
  readonly from: number;
  readonly to: number;
}

/** entriesOf finds the objects of a JSON list that is indented by two; other lines stay as they are. */
export function entriesOf(text: string): Standing[] {
  return [...text.matchAll(/^ {2}\{\n[^]*?^ {2}\}/gm)].map((found) => ({
    value: JSON.parse(found[0]) as Standing['value'],
    from: found.index,
    to: found.index + found[0].length,
  }));
}

/** withEntry is the list with one entry more, before the first of which `after` holds, or at its end. */
export function withEntry(
  text: string,
  entry: object,
  after: (value: Standing['value']) => boolean,
): string {
  const all = entriesOf(text);
  const own = JSON.stringify(entry, null, 2).replaceAll(/^/gm, '  ');
  const next = all.find(({ value }) => after(value));
  if (next) return `${text.slice(0, next.from)}${own},\n${text.slice(next.from)}`;
  const last = all.at(-1);
  if (!last) return `[\n${own}\n]\n`;
  return `${text.slice(0, last.to)},\n${own}${text.slice(last.to)}`;
}

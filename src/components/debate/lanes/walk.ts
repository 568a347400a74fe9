/** The middle of a stop, from left to right. */
const middle = (stop: Element): number => {
  const { left, width } = stop.getBoundingClientRect();
  return left + width / 2;
};

/** Where a key leads from a stop: along its row, or to what is nearest in time in the next one. */
function stepFrom(from: SVGAElement, rows: readonly SVGAElement[][], key: string) {
  const at = rows.findIndex((row) => row.includes(from));
  const row = rows[at] ?? [];
  const nth = row.indexOf(from);
  const nearest = (other: readonly SVGAElement[] | undefined) =>
    other?.toSorted(
      (a, b) => Math.abs(middle(a) - middle(from)) - Math.abs(middle(b) - middle(from)),
    )[0];
  switch (key) {
    case 'ArrowRight':
      return row[nth + 1];
    case 'ArrowLeft':
      return row[nth - 1];
    case 'ArrowDown':
      return nearest(rows[at + 1]);
    case 'ArrowUp':
      return nearest(rows[at - 1]);
    case 'Home':
      return row[0];
    case 'End':
      return row.at(-1);
    default:
      return undefined;
  }
}

/** The picture is one stop of the Tab key; arrows lead from mark to mark and from lane to lane. */
export function walk(frame: Element): void {
  const stops = [...frame.querySelectorAll<SVGAElement>('a[href]')];
  const rows: SVGAElement[][] = [];
  for (const stop of stops) (rows[Number(stop.dataset['row'])] ??= []).push(stop);
  const rest = (at: SVGAElement | undefined): void => {
    for (const stop of stops) stop.setAttribute('tabindex', stop === at ? '0' : '-1');
  };
  rest(rows.flat().find((stop) => stop.dataset['choose'] === undefined));
  frame.addEventListener('focusin', ({ target }) => {
    const stop = (target as Element).closest<SVGAElement>('a');
    if (stop) rest(stop);
  });
  frame.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
    const from = (event.target as Element).closest<SVGAElement>('a');
    if (!from || ctrlKey || metaKey || altKey) return;
    const next = stepFrom(from, rows, key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/**
 * One row of a table is a stop of the Tab key; arrows lead to the others. `shown` gives the links of
 * the rows that can be seen. It gives the function that makes a link the stop.
 */
export function rowStops(
  host: HTMLElement,
  links: readonly (HTMLElement | null)[],
  shown: () => readonly (HTMLElement | null)[],
): (link: HTMLElement | null | undefined) => void {
  const stop = (link: HTMLElement | null | undefined): void => {
    for (const other of links) if (other) other.tabIndex = other === link ? 0 : -1;
  };
  host.addEventListener('keydown', (event) => {
    const open = shown();
    const at = open.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: open.length - 1 }[event.key];
    const next = to === undefined || at < 0 ? null : open[to];
    if (!next) return;
    event.preventDefault();
    stop(next);
    next.focus();
  });
  return stop;
}

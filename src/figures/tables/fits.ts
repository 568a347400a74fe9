/**
 * watchFrame lets a table that its frame is wide enough for scroll with the page, under the head of
 * the page; another scrolls in its frame, under its own head. A narrow screen is both in turn.
 */
export function watchFrame(frame: HTMLElement): void {
  const table = frame.querySelector('table');
  if (!table) return;
  const measure = (): void => {
    frame.toggleAttribute('data-fits', table.offsetWidth <= frame.clientWidth);
  };
  measure();
  new ResizeObserver(measure).observe(frame);
}

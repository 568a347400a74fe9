/** The text of an element, without the ids of its sources. */
function textOf(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const ids of copy?.querySelectorAll('.show-src') ?? []) ids.remove();
  return copy?.textContent.trim().replace(/\s+/g, ' ') ?? '';
}

/** The title of a frame that stands on the page. */
export const titleOf = (item: Element): string => textOf(item.querySelector('.strip-name b'));

/** spoken is a frame as it is announced: title, how it ends, why, and what is seen. */
export function spoken(item: Element): string {
  const end = textOf(item.querySelector('.strip-name .verdict'));
  const seen = item.querySelector('svg')?.getAttribute('aria-label') ?? '';
  const why = [...item.querySelectorAll('.strip-text')].map(textOf).join(' ');
  const title = titleOf(item);
  const name = title + (end === '' ? '' : `: ${end}`);
  // A picture may begin with who acts, which is the title once more.
  const rest = seen.startsWith(`${title}.`) ? seen.slice(title.length + 1) : seen;
  return `${name}. ${why} ${rest}`.replace(/\s+/g, ' ').trim();
}

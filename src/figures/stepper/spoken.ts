/** The text of a part of a step, without the ids of its sources. */
function textOf(item: HTMLElement, part: string): string {
  const copy = item.querySelector(part)?.cloneNode(true) as HTMLElement | undefined;
  copy?.querySelector('.show-src')?.remove();
  return copy?.textContent.trim().replace(/\s+/g, ' ') ?? '';
}

/** spoken is a step as it is announced: number, title, why, and the state in words. */
export function spoken(item: HTMLElement, at: number, count: number): string {
  const state = item.querySelector('svg')?.getAttribute('aria-label') ?? '';
  const part = (of: string): string => textOf(item, of);
  const end = part('.verdict');
  const name = part('.trace-name b') + (end === '' ? '' : `: ${end}`);
  return `Step ${at + 1} of ${count}: ${name}. ${part('.trace-why')} ${state}`;
}

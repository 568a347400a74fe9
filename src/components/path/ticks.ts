import { withRead } from './progress.ts';
import { forgetPath, keep, keepPath, kept } from './store.ts';

/** tick marks the pages of a list that were read, or done otherwise, each with a sign and a word. */
export function tick(list: ParentNode, read: readonly string[], word = 'read'): void {
  for (const item of list.querySelectorAll<HTMLElement>('[data-step]')) {
    item.querySelector('.tick')?.remove();
    if (!read.includes(item.dataset['step'] ?? '')) continue;
    const mark = document.createElement('span');
    mark.className = 'tick';
    mark.textContent = ` ✓ ${word}`;
    (item.querySelector('.part-for') ?? item).append(mark);
  }
}

/**
 * follow lets a bar answer, and the links at the end of the chapter go along its path. The chapter counts
 * as read once its end has been in sight.
 */
export function follow(bar: HTMLElement): void {
  const { path = '' } = bar.dataset;
  keepPath(path);
  const pagers = [...document.querySelectorAll<HTMLElement>('.pager')];
  for (const pager of pagers) pager.hidden = pager.dataset['path'] !== path;
  for (const part of [bar, ...pagers])
    for (const link of part.querySelectorAll<HTMLAnchorElement>('a[rel], li a'))
      link.search = `?path=${path}`;
  tick(bar, kept().progress.read);
  bar.querySelector('[data-leave]')?.addEventListener('click', forgetPath);
  const sight = new IntersectionObserver((seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    sight.disconnect();
    const { progress, problem } = kept();
    const next = withRead(progress, location.pathname);
    if (problem === null) keep(next);
    tick(bar, next.read);
  });
  // A page of a path that is no chapter ends at the foot.
  for (const end of document.querySelectorAll('.pager, .foot')) sight.observe(end);
}

/** tick shows the marks of what was read or solved, wherever the page lists it. */
export function tick(read: readonly string[]): void {
  for (const item of document.querySelectorAll<HTMLElement>('[data-step]'))
    item
      .querySelector('.tick')
      ?.toggleAttribute('hidden', !read.includes(item.dataset['step'] ?? ''));
}

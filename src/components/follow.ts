/** Marks the section being read in the contents list, and closes the list once it has led somewhere. */
const nav = document.querySelector<HTMLElement>('.contents');
const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-follow] a')];
const sections = links.flatMap((link) => {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return heading ? [{ link, heading }] : [];
});

/** The last section whose heading has passed the upper third; at the end of the page, the last one. */
function current(): HTMLAnchorElement | undefined {
  const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
  if (scrollTop > 0 && scrollHeight - clientHeight - scrollTop < 2) return sections.at(-1)?.link;
  return sections.findLast(({ heading }) => heading.getBoundingClientRect().top < clientHeight / 3)
    ?.link;
}

let marked: HTMLAnchorElement | undefined;
function mark(): void {
  const link = current();
  if (link === marked) return;
  marked?.removeAttribute('aria-current');
  link?.setAttribute('aria-current', 'location');
  if (link && nav && nav.scrollHeight > nav.clientHeight) link.scrollIntoView({ block: 'nearest' });
  marked = link;
}

let waiting = false;
if (sections.length > 0)
  addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    },
    { passive: true },
  );

nav?.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('a')) nav.hidePopover();
});

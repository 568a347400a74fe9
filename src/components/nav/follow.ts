/**
 * Shows where the reader is: the page in the contents list, the section being read in each list that
 * leads to sections. Only the list itself is scrolled, never the page.
 */
const contents = document.querySelector<HTMLElement>('.contents');

/** A list of links to sections of this page. */
interface Follower {
  readonly links: readonly { readonly link: HTMLAnchorElement; readonly section: Element }[];
  marked?: HTMLAnchorElement | undefined;
}
const followers = [...document.querySelectorAll('[data-follow]')].map((list): Follower => {
  const all = [...list.querySelectorAll<HTMLAnchorElement>('a')];
  const links = all.flatMap((link) => {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return section ? [{ link, section }] : [];
  });
  return { links };
});

/** The last section that has passed the upper third; at the end of the page the one led to, or the last. */
function sectionOf({ links }: Follower): HTMLAnchorElement | undefined {
  const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
  const topOf = (section: Element): number => section.getBoundingClientRect().top;
  if (scrollTop > 0 && scrollHeight - clientHeight - scrollTop < 2)
    return (
      links.find(({ link, section }) => link.hash === location.hash && topOf(section) > 0) ??
      links.at(-1)
    )?.link;
  return links.findLast(({ section }) => topOf(section) < clientHeight / 3)?.link;
}

/** Scrolls the box around a link until it is in sight, a third from where the box begins. */
function reveal(link: Element | null | undefined): void {
  const box = link?.closest('.contents, .jump');
  if (!link || !box) return;
  const [at, frame] = [link.getBoundingClientRect(), box.getBoundingClientRect()];
  const inside = at.top >= frame.top && at.bottom <= frame.bottom;
  if (inside && at.left >= frame.left && at.right <= frame.right) return;
  box.scrollBy(at.left - frame.left - frame.width / 3, at.top - frame.top - frame.height / 3);
}

function mark(): void {
  for (const follower of followers) {
    const link = sectionOf(follower);
    if (link === follower.marked) continue;
    follower.marked?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    follower.marked = link;
    // Above all sections the list stands at its beginning again.
    reveal(link ?? follower.links[0]?.link);
  }
}

let waiting = false;
if (followers.length > 0) {
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
}

const revealPage = (): void =>
  reveal(contents?.querySelector('[open] :is([aria-current=page], [aria-current=true])'));
revealPage();
contents?.addEventListener('toggle', revealPage);
// The list closes once it has led somewhere, which may be on this page.
contents?.addEventListener('click', ({ target }) => {
  if ((target as Element).closest('a')) contents.hidePopover();
});

import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';

/** Pages that claim the same place in the book; all but the first are reported. */
export function checkOrder(pages: readonly Page[]): Problem[] {
  const first = new Map<number, Page>();
  return pages.flatMap((page): Problem[] => {
    if (page.frontmatter === null) return [];
    const { order } = page.frontmatter;
    const earlier = first.get(order);
    if (earlier === undefined) {
      first.set(order, page);
      return [];
    }
    return [
      {
        code: 'order-taken',
        file: page.file,
        line: page.keyLines.get('order') ?? 1,
        received: `order: ${order}`,
        expected: `a place of its own; ${earlier.file} has this one`,
        remedy: 'Give one of the two pages another order.',
      },
    ];
  });
}

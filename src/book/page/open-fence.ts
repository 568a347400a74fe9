import type { Found } from './page.ts';

const MARK = /^[\s>]*(`{3,}|~{3,})(.*)$/;

/** The opening line of a fence that no line closes; all below it is its code. Null: there is none. */
export function openFenceIn(text: string): Found | null {
  let open: (Found & { mark: string }) | null = null;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [, mark = '', rest = ''] = MARK.exec(line) ?? [];
    if (mark === '') continue;
    if (open === null) {
      // Backticks with more of them behind are code in a line.
      if (!mark.startsWith('`') || !rest.includes('`'))
        open = { line: index + 1, value: line.trim(), mark };
    } else if (mark.startsWith(open.mark) && rest.trim() === '') open = null;
  }
  return open;
}

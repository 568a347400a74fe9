import type { Page } from 'playwright-core';

/**
 * The words of names in code type, between the places where a name may break: those that stand on more
 * than one line, and how many are seen at all.
 */
export function namesOf(
  page: Page,
  selector: string,
): Promise<{ readonly broken: string[]; readonly whole: number }> {
  return page.evaluate((names) => {
    const words = [...document.querySelectorAll(names)].flatMap((name) => {
      const walk = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walk.nextNode()) texts.push(walk.currentNode as Text);
      return texts.filter(({ data }) => /^\w+$/.test(data));
    });
    const lines = (word: Text): number => {
      const range = document.createRange();
      range.selectNodeContents(word);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    };
    const shown = words.filter((word) => lines(word) > 0);
    return {
      broken: shown.filter((word) => lines(word) > 1).map(({ data }) => data),
      whole: shown.length,
    };
  }, selector);
}

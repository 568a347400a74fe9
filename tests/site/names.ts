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

/**
 * Words of a page's text that are torn over two lines, as the end of `KVM_EXIT_MEM|ORY_FAULT`; listings,
 * drawings and tables are not asked. `asked` counts the words that were in sight.
 */
export function tornWords(
  page: Page,
): Promise<{ readonly torn: string[]; readonly asked: number }> {
  return page.evaluate(() => {
    const range = document.createRange();
    const walk = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    const torn: string[] = [];
    let asked = 0;
    while (walk.nextNode()) {
      const text = walk.currentNode as Text;
      if (text.parentElement!.closest('pre, svg, table, select, .hidden')) continue;
      for (const { 0: word, index } of text.data.matchAll(/\w{4,}/g)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const { height } = range.getBoundingClientRect();
        if (height === 0) continue;
        asked += 1;
        const [line] = range.getClientRects();
        if (line && height > 1.5 * line.height) torn.push(word);
      }
    }
    return { torn, asked };
  });
}

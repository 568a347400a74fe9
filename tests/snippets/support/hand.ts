import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a reader does with a snippet, by its id. */
export interface Hand {
  output(id: string): Promise<string>;
  note(id: string): Promise<string>;
  press(id: string, what: string): Promise<void>;
  /** Waits until the note of the snippet says something. */
  noted(id: string, words: RegExp): Promise<void>;
  /** Runs the snippet to its end; gives its output. */
  run(id: string): Promise<string>;
  /** Opens the editor and puts the code in the place of all that is there. */
  type(id: string, code: string): Promise<void>;
}

/** handOn gives the hand of a reader on the page that is open when it is used. */
export function handOn(open: () => Page): Hand {
  const output = (id: string): Promise<string> => open().locator(`#${id} .snip-out`).innerText();
  const note = (id: string): Promise<string> => open().locator(`#${id} .snip-note`).innerText();
  const press = (id: string, what: string): Promise<void> =>
    open().click(`#${id} [data-do=${what}]`);
  const noted = async (id: string, words: RegExp): Promise<void> => {
    await open().waitForFunction(
      ([one, source]) =>
        new RegExp(source ?? '').test(
          document.querySelector(`#${one} .snip-note`)?.textContent ?? '',
        ),
      [id, words.source],
    );
  };
  return {
    output,
    note,
    press,
    noted,
    async run(id) {
      await press(id, 'run');
      await noted(id, /^(Ran|Stopped|Not run)/);
      return output(id);
    },
    async type(id, code) {
      await press(id, 'edit');
      await inEditor(open(), id);
      await open().keyboard.press('Control+a');
      await open().keyboard.insertText(code);
      const lines = open().locator(`#${id} .cm-line`);
      await expect.poll(async () => (await lines.allTextContents()).join('\n')).toBe(code);
    },
  };
}

/** Waits until the keyboard is in the editor of the snippet. */
export async function inEditor(page: Page, id: string): Promise<void> {
  await page.waitForFunction((one) => {
    const focused = document.activeElement;
    const inner = focused?.shadowRoot?.activeElement ?? focused;
    return (
      document.getElementById(one)?.contains(focused) === true &&
      inner?.classList.contains('cm-content') === true
    );
  }, id);
}

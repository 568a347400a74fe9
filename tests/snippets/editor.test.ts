import { describe, expect, test } from 'vitest';
import { handOn, inEditor } from './support/hand.ts';
import { openPage } from './support/open-page.ts';
import { fence } from './support/site.ts';

const FENCES = [
  fence('hello', "// hide\nconst who: string = 'reader';\n// show\nconsole.log('hello', who);"),
  fence('table', "console.table([{ a: 1, b: 'x' }]);\nconsole.warn('careful');"),
];

const opened = openPage(FENCES);
const { output, press, noted, run, type } = handOn(() => opened().page);

describe('Edit', () => {
  test('shows a failure at the line of the reader, and keeps what was typed', async () => {
    const { page } = opened();
    await type('hello', 'const a: null = null;\na.b;');
    expect(await run('hello')).toBe(
      "TypeError: Cannot read properties of null (reading 'b') (line 2, column 3)",
    );
    expect(await page.locator('#hello .cm-lintRange-error').innerText()).toBe('b');
    expect(await page.locator('#hello .cm-content').innerText()).toBe(
      'const a: null = null;\na.b;',
    );
  });

  test('works by keyboard alone, and lets the focus go', async () => {
    const { page } = opened();
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const inner = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
        return inner?.getAttribute('data-do') ?? inner?.className ?? '';
      });
    await page.locator('#hello [data-do=run]').focus();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('edit');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.activeElement?.shadowRoot?.activeElement?.classList.contains('cm-content'),
    );
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nconsole.log(2)');
    await page.keyboard.press('Control+Enter');
    await noted('hello', /^Ran/);
    expect(await output('hello')).toBe('hello reader\n2');
    await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/cm-content/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await focused()).not.toMatch(/cm-content/);
    expect(await page.locator('#hello #hint').innerText()).toMatch(/Escape, then Tab/);
  });

  test('says so where the editor cannot be loaded', async () => {
    const { context, page } = opened();
    await page.hover('#hello .snip-code');
    await page.waitForSelector('iframe', { state: 'attached' });
    await context.route(/(editor|chunk)-?\w*\.js$/, (route) => route.abort());
    await press('hello', 'edit');
    await noted('hello', /^Part of this page is missing/);
    expect(await output('hello')).toBe('hello reader');
  });

  test('opens where a reader clicks in the code, and not where something is selected', async () => {
    const { page } = opened();
    const line = page.locator('#hello .snip-code .line').last();
    await line.selectText();
    await line.dispatchEvent('click');
    await page.evaluate(() => getSelection()?.removeAllRanges());
    expect(await page.locator('#hello .snip-editor').count()).toBe(0);
    const at = await line.boundingBox();
    await page.mouse.click((at?.x ?? 0) + 4, (at?.y ?? 0) + 4);
    await inEditor(page, 'hello');
    await page.keyboard.press('Home');
    await page.keyboard.type('/* here */ ');
    const lines = await page.locator('#hello .cm-line').allInnerTexts();
    expect(lines.at(-1)).toMatch(/^\/\* here \*\/ /);
  });

  test('opens once, however often it is pressed', async () => {
    const { page } = opened();
    await page.dblclick('#hello [data-do=edit]');
    await page.waitForSelector('#hello .cm-content');
    expect(await page.locator('#hello .snip-editor').count()).toBe(1);
  });

  test('is highlighted as the page is', async () => {
    const { page } = opened();
    const tokens = (where: string): Promise<string[]> =>
      page
        .locator(
          `#table ${where} .tok-keyword, #table ${where} .tok-string, #table ${where} .tok-number`,
        )
        .allInnerTexts();
    const before = await tokens('.snip-code');
    await press('table', 'edit');
    await page.waitForSelector('#table .cm-content');
    expect(before.length).toBeGreaterThan(2);
    // CodeMirror colours what it has shown already.
    await expect.poll(() => tokens('.snip-editor')).toEqual(before);
    const colour = (where: string): Promise<string> =>
      page
        .locator(`#table ${where} .tok-string`)
        .first()
        .evaluate((el) => getComputedStyle(el).color);
    expect(await colour('.snip-editor')).toBe(await colour('.snip-code'));
  });

  test('comes back with what was typed, in the same tab', async () => {
    const { page } = opened();
    await type('hello', "console.log('mine');");
    await page.reload();
    await page.hover('#hello .snip-code');
    await noted('hello', /^Edit brings back/);
    await press('hello', 'edit');
    await page.waitForSelector('#hello .cm-content');
    expect(await run('hello')).toBe('mine');
  });
});

describe('the editor', () => {
  test("folds the set-up as the page does, and shows none of the author's marks", async () => {
    const { page } = opened();
    const text = (): Promise<string> => page.locator('#hello .cm-content').innerText();
    await press('hello', 'edit');
    await page.waitForSelector('#hello .cm-content');
    expect(await text()).toBe("Set-up, 1 line\nconsole.log('hello', who);");
    expect(await run('hello')).toBe('hello reader');
    await page.locator('#hello .cm-foldPlaceholder').click();
    expect(await text()).toMatch(/const who: string = 'reader';/);
    await page.locator('#hello .cm-content').press('Control+a');
    await page.keyboard.press('Control+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("const who: string = 'reader';");
    expect(`${await text()}${copied}`).not.toMatch(/\/\/ (hide|show)/);
  });

  test('unfolds the set-up by keyboard, and folds it again on Reset', async () => {
    const { page } = opened();
    const placeholder = page.locator('#hello .cm-foldPlaceholder');
    await press('hello', 'edit');
    await placeholder.waitFor();
    await page.keyboard.press('Control+Alt+]');
    await placeholder.waitFor({ state: 'detached' });
    expect(await page.locator('#hello #hint').innerText()).toContain('Ctrl+Alt+]');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nconsole.log(2)');
    await press('hello', 'reset');
    await placeholder.waitFor();
    await press('table', 'edit');
    await page.locator('#table #hint').waitFor();
    expect(await page.locator('#table #hint').innerText()).not.toContain('Ctrl+Alt+]');
  });

  test('keeps the lines of the author, so that a failure is named where it stands', async () => {
    const { page } = opened();
    await press('hello', 'edit');
    await page.waitForSelector('#hello .cm-content');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nnull.x;');
    expect(await run('hello')).toMatch(/\(line 5, column 6\)$/);
    expect(await page.locator('#hello .cm-lineNumbers').innerText()).toMatch(/^1\s+4\s+5/);
  });

  test('offers every name of the model, and loads no model for it', async () => {
    const { site, page } = opened();
    await type('hello', '');
    // All that a run needs is there then.
    await run('hello');
    await type('hello', '');
    site.asked.length = 0;
    await page.keyboard.type('decodeReg');
    const offered = page.locator('#hello .cm-completionLabel');
    await offered.first().waitFor();
    expect(await offered.allInnerTexts()).toContain('decodeRegister');
    expect(site.asked).toEqual(['/names.json']);
  });

  test('the words of a field are offered between its quotes, by keyboard', async () => {
    const { page } = opened();
    await type('hello', '');
    await page.keyboard.type("const vma = { attrIndx: 'MT_NORMAL_N");
    const offered = page.locator('#hello .cm-completionLabel');
    await offered.first().waitFor();
    expect(await offered.allInnerTexts()).toEqual(['MT_NORMAL_NC']);
    await page.waitForTimeout(100);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('#hello .cm-content').innerText())
      .toMatch(/^const vma = \{ attrIndx: 'MT_NORMAL_NC'/);
  });
});

describe('Reset and Copy', () => {
  test('Reset brings code and output back, and Undo takes it back', async () => {
    const { page } = opened();
    await type('hello', "console.log('mine');");
    expect(await run('hello')).toBe('mine');
    await press('hello', 'reset');
    await noted('hello', /^As it was/);
    expect(await output('hello')).toBe('hello reader');
    expect(await page.locator('#hello .cm-content').innerText()).toMatch(/hello/);
    await page.click('#hello .cm-content');
    await page.keyboard.press('Control+z');
    expect(await page.locator('#hello .cm-content').innerText()).toBe("console.log('mine');");
  });

  test('Reset ends a run, and nothing of it comes later', async () => {
    const { page } = opened();
    await type('hello', "console.log('before');\nfor (;;) {}");
    await press('hello', 'run');
    await page.waitForSelector('#hello [data-do=stop]');
    await press('hello', 'reset');
    expect(await output('hello')).toBe('hello reader');
    expect(await run('hello')).toBe('hello reader');
  });

  test('Copy gives the code as it stands, without fold marks', async () => {
    const { page } = opened();
    await press('hello', 'copy');
    await noted('hello', /^Copied/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      "const who: string = 'reader';\nconsole.log('hello', who);\n",
    );
  });
});

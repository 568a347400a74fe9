import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { handOn } from './support/hand.ts';
import { openPage } from './support/open-page.ts';
import { fence } from './support/site.ts';

const FENCES = [
  fence(
    'flags',
    '// hide\nconst host = { dic: true };\n// show\nconst fwb = false;\nconsole.log(`fwb ${fwb}`);\nconsole.log("dic", host.dic);\nconsole.log("end");',
  ),
  fence('kernel', "const ask = (name: string) => console.log(name);\nask('v6.17');"),
  fence('first', 'let fwb = true;', { group: 'g' }),
  fence('second', 'console.log(fwb);', { group: 'g' }),
  fence('slow', 'const dic = true;\nconsole.log(dic);\nwhile (dic);'),
  fence(
    'table',
    'const fwb = false;\nconsole.table([{ a: 1, b: String(fwb) }, { a: 2, b: "same" }]);',
  ),
  fence(
    'three',
    "const ask = (name: string, a: { dic: boolean }) => console.log(name, fwb, a.dic);\nconst fwb = false;\nask('v6.17', { dic: true });",
  ),
  fence('thrown', 'const vmIo = true;\nif (!vmIo) throw new Error("no");\nconsole.log("fine");'),
];

const opened = openPage(FENCES);
const { output, noted, note, press, run, type } = handOn(() => opened().page);
const knob = (id: string, name: string): Locator =>
  opened().page.locator(`#${id}`).getByRole('button', { name, exact: true });
/** The lines as they are read; over a value may lie a list. */
const codeOf = (id: string): Promise<string> =>
  opened()
    .page.locator(`#${id} .line`)
    .evaluateAll((lines) => lines.map(({ textContent }) => textContent).join(''));
/** Presses a knob and waits until the program has run with it. */
async function turn(id: string, name: string): Promise<string> {
  await knob(id, name).click();
  await noted(id, /^(Ran|Stopped|Not run)/);
  return output(id);
}

test('without script the code is plain code: nothing in it is a button', async () => {
  const { site, browser } = opened();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(site.url);
  expect(await still.locator('.snip-code').getByRole('button').count()).toBe(0);
  expect(await still.locator('#flags .snip-code button').count()).toBeGreaterThan(0);
  expect(await still.locator('#flags .line').nth(3).textContent()).toBe('const fwb = false;\n');
  await plain.close();
});

describe('a knob', () => {
  test('changes its value, runs the program, and says what a click does next', async () => {
    expect(await turn('flags', 'fwb, false; change to true')).toBe('fwb true\ndic true\nend');
    expect(await codeOf('flags')).toContain('const fwb = true;');
    expect(await note('flags')).toMatch(/^Ran for \d+ ms: 1 line changed$/);
    expect(await turn('flags', 'fwb, true; change to false')).toBe('fwb false\ndic true\nend');
    expect(await note('flags')).toMatch(/: 1 line changed$/);
    await run('flags');
    expect(await note('flags')).toMatch(/: the same output$/);
  });

  test('works by keyboard, and keeps the focus', async () => {
    const { page } = opened();
    await knob('flags', 'fwb, false; change to true').focus();
    await page.keyboard.press('Space');
    await noted('flags', /^Ran/);
    await page.keyboard.press('Enter');
    await expect.poll(() => output('flags')).toBe('fwb false\ndic true\nend');
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe(
      'fwb, false; change to true',
    );
  });

  test('in the set-up works too, though the marks around it are gone', async () => {
    const { page } = opened();
    await page.locator('#flags summary').click();
    expect(await turn('flags', 'dic, true; change to false')).toBe('fwb false\ndic false\nend');
    expect(await turn('flags', 'fwb, false; change to true')).toBe('fwb true\ndic false\nend');
  });

  test('with more than two values is a list with a name', async () => {
    const { page } = opened();
    await page.hover('#kernel .knob');
    const list = page.locator('#kernel').getByRole('combobox', { name: 'kernel', exact: true });
    await list.waitFor();
    expect(await list.inputValue()).toBe("'v6.17'");
    await list.selectOption("'v6.16'");
    await noted('kernel', /^Ran/);
    expect(await output('kernel')).toBe('v6.16');
    expect(await page.locator('#kernel .knob').first().innerText()).toMatch(/^'v6\.16'/);
    await page.evaluate(() => {
      const code = document.querySelector('#kernel .snip-code pre');
      if (code) getSelection()?.selectAllChildren(code);
    });
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      "const ask = (name: string) => console.log(name);\nask('v6.16');\n",
    );
    await list.focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => output('kernel')).toBe('v6.17');
    await press('kernel', 'reset');
    expect(await list.inputValue()).toBe("'v6.17'");
  });

  test('that was pressed before the list was there opens it', async () => {
    const { page } = opened();
    await page.evaluate(() => document.querySelector<HTMLElement>('#kernel .knob button')?.click());
    await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('kernel');
  });

  test('of an earlier part of a group holds for the later parts', async () => {
    await turn('first', 'fwb, true; change to false');
    expect(await run('second')).toBe('false');
  });

  test('takes the place of a run that lasts', async () => {
    const { page } = opened();
    await press('slow', 'run');
    await page.waitForSelector('#slow [data-do=stop]');
    await knob('slow', 'dic, true; change to false').click();
    await noted('slow', /^Ran/);
    expect(await output('slow')).toBe('false');
  });

  test('that makes the program fail leads to the failure, and back', async () => {
    expect(await turn('thrown', 'vmIo, true; change to false')).toBe(
      'Error: no (line 2, column 18)',
    );
    expect(await turn('thrown', 'vmIo, false; change to true')).toBe('fine');
  });
});

describe('by keyboard', () => {
  test('all knobs of a snippet are one stop of Tab, and arrow keys lead through them', async () => {
    const { page } = opened();
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.ariaLabel ?? '');
    await page.hover('#three .knob');
    await page.locator('#three select').waitFor();
    await page.locator('#three .snip-code').focus();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('fwb, false; change to true');
    expect(await note('three')).toBe('Left and right arrow keys lead from value to value.');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('kernel');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => output('three')).toBe('v6.16 false true');
    expect(await focused()).toBe('kernel');
    await page.keyboard.press('End');
    expect(await focused()).toBe('dic, true; change to false');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Home');
    expect(await focused()).toBe('fwb, false; change to true');
    await page.keyboard.press('Tab');
    expect(await focused()).not.toMatch(/kernel|dic|fwb/);
  });
});

describe('what a knob was set to', () => {
  test('is there when the editor opens, is copied, and goes with Reset', async () => {
    const { page } = opened();
    await turn('flags', 'fwb, false; change to true');
    await press('flags', 'copy');
    await noted('flags', /^Copied/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      'const fwb = true;',
    );
    await press('flags', 'edit');
    await page.waitForSelector('#flags .cm-content');
    expect(await page.locator('#flags .cm-content').innerText()).toContain('const fwb = true;');
    expect(await run('flags')).toBe('fwb true\ndic true\nend');
    await press('flags', 'reset');
    expect(await page.locator('#flags .cm-content').innerText()).toContain('const fwb = false;');
  });

  test('goes with Reset where there is no editor', async () => {
    await turn('flags', 'fwb, false; change to true');
    await press('flags', 'reset');
    expect(await output('flags')).toBe('fwb false\ndic true\nend');
    expect(await knob('flags', 'fwb, false; change to true').count()).toBe(1);
    expect(await run('flags')).toBe('fwb false\ndic true\nend');
  });

  test('does not cost what was typed before: Undo brings it back', async () => {
    const { page } = opened();
    await type('flags', "console.log('mine');");
    await page.reload();
    await turn('flags', 'fwb, false; change to true');
    await press('flags', 'edit');
    await noted('flags', /Undo brings back what you typed before/);
    const text = page.locator('#flags .cm-content');
    expect(await text.innerText()).toContain('const fwb = true;');
    await page.keyboard.press('Control+z');
    expect(await text.innerText()).toBe("console.log('mine');");
  });
});

describe('what changed in the output', () => {
  const lit = (id: string): Promise<string[]> =>
    opened().page.locator(`#${id} .snip-new`).allInnerTexts();

  test('lights up, and nothing else', async () => {
    await turn('flags', 'fwb, false; change to true');
    expect(await lit('flags')).toEqual(['fwb true']);
    await turn('table', 'fwb, false; change to true');
    expect(await lit('table')).toEqual(['true']);
    expect(await note('table')).toMatch(/: 1 line changed$/);
    await turn('thrown', 'vmIo, true; change to false');
    expect((await lit('thrown')).length).toBe(1);
  });

  test('stays still where motion is not wanted', async () => {
    const { page } = opened();
    const moves = (): Promise<string> =>
      page
        .locator('#flags .snip-new')
        .first()
        .evaluate((part) => getComputedStyle(part).animationDuration);
    await turn('flags', 'fwb, false; change to true');
    expect(await moves()).toBe('1.96s');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moves()).toBe('0s');
  });
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing, knobs turned, %s',
  async (colorScheme) => {
    const { page } = opened();
    await page.emulateMedia({ colorScheme });
    await page.hover('#kernel .knob');
    await page.locator('#kernel select').waitFor();
    await turn('flags', 'fwb, false; change to true');
    await turn('table', 'fwb, false; change to true');
    expect(await axeFindings(page)).toEqual([]);
  },
);

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROWS, wrongIn, type Row } from '../triage/support/cases.ts';
import type { Triage } from '../../src/triage/index.ts';
import { axeFindings } from '../support/axe.ts';
import { choose, copied, left, paste, PATH, RUN, watchClipboard } from './bench-hand.ts';
import { DESK, PHONE, Site } from './browser.ts';
import { weightOf } from './weight.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

describe('the cases', () => {
  test('that the terminal answers are answered by the page', async () => {
    const page = await site.visit(PATH, DESK);
    await watchClipboard(page);
    await paste(page, 'wake');
    const wrong: Record<string, readonly string[]> = {};
    const check = async (row: Row): Promise<void> => {
      await choose(page, row.asked ?? {});
      await paste(page, row.input);
      const [shown, answer] = [await left(page), JSON.parse(await copied(page, 'json')) as Triage];
      const found = wrongIn(row, answer);
      if (shown[0] !== row.left[0]) found.push(`shows ${shown.join(' ')}`);
      if (found.length > 0) wrong[row.id] = found;
    };
    for (const row of ROWS) await check(row);
    expect(ROWS.length).toBeGreaterThan(30);
    expect(wrong).toEqual({});
    expect([page.faults.errors, page.faults.foreign]).toEqual([[], []]);
  });
});

describe('what is pasted', () => {
  test('is marked in the text, and its lines are led to', async () => {
    const page = await site.visit(PATH, DESK);
    await paste(page, RUN);
    expect(await page.locator('.tri-under mark').allTextContents()).toEqual([
      'KVM_RUN',
      'Bad address',
      'VmFlags: rd wr pf',
    ]);
    expect(await page.locator('[data-gutter]').textContent()).toBe('• 1\n2\n• 3\n');
    await page.locator('[data-part=facts] [data-line="3"]').first().click();
    const selected = await page.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>('#triage-text');
      return field?.value.slice(field.selectionStart, field.selectionEnd);
    });
    expect(selected).toBe('VmFlags: rd wr pf');
    expect(page.url()).not.toContain('#triage-text');
  });

  test('is said in one polite line, and the marks lie under their words', async () => {
    const page = await site.visit(PATH, DESK);
    await paste(page, RUN);
    const say = page.locator('[data-part=say]');
    expect(await say.getAttribute('role')).toBe('status');
    expect(await say.textContent()).toMatch(
      /^\d reasons left, \d+ excluded; 2 lines understood, 1 not\.$/,
    );
    const [field, under] = await page.evaluate(() =>
      ['#triage-text', '[data-under]'].map((name) => {
        const { font, letterSpacing, tabSize, lineHeight } = getComputedStyle(
          document.querySelector(name) as Element,
        );
        return [font, letterSpacing, tabSize, lineHeight];
      }),
    );
    expect(under).toEqual(field);
  });

  test('stays, whatever is chosen, and comes back after an example or Clear', async () => {
    const page = await site.visit(PATH, DESK);
    const field = page.locator('#triage-text');
    await paste(page, RUN);
    await page.locator('[id="ask-kernel"]').fill('not a kernel');
    await expect
      .poll(() => page.locator('[id="ask-kernel-wrong"]').textContent())
      .toMatch(/expected/);
    expect(await field.inputValue()).toBe(RUN);
    await page.locator('[data-example]').selectOption('1');
    expect(await field.inputValue()).not.toBe(RUN);
    await page.locator('[data-do=back]').click();
    expect(await field.inputValue()).toBe(RUN);
    expect(await page.locator('[id="ask-kernel"]').inputValue()).toBe('not a kernel');
    await page.locator('[data-do=clear]').click();
    expect(await field.inputValue()).toBe('');
    await page.locator('[data-do=back]').click();
    expect(await field.inputValue()).toBe(RUN);
  });

  test('of 10 MB is cut with a sentence, from the clipboard and from a file', async () => {
    const page = await site.visit(PATH, DESK);
    await paste(page, 'wake');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'KVM_RUN: Bad address\n'.repeat(500_000));
      const field = document.querySelector<HTMLTextAreaElement>('#triage-text');
      field?.select();
      field?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    const said = page.locator('[data-said]');
    expect(await said.textContent()).toMatch(
      /^The text has 10,500,000 characters; the first 1,000,000 /,
    );
    await expect.poll(() => left(page)).toHaveLength(8);
    await page.locator('[data-file]').setInputFiles({
      name: 'core',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(`\0\0KVM_RUN: Bad address\n${'\0x'.repeat(100)}`),
    });
    await expect.poll(() => said.textContent()).toMatch(/^core is no plain text/);
    await expect.poll(() => left(page)).toHaveLength(8);
  });

  test.each([
    ['quoted in a mail', '> > vcpu 0: KVM_RUN: Bad address'],
    ['in colours', '\u001b[31m vcpu 0: KVM_RUN:\u001b[0m Bad address'],
    ['with CRLF', 'vcpu 0: KVM_RUN: Bad address\r\n\r\n'],
    ['with marks of direction', '\u202evcpu 0: KVM_RUN: Bad address\u202c\u200f'],
    ['in HTML', '<pre class="x">vcpu 0: KVM_RUN: Bad&nbsp;address</pre><script>x</script>'],
    ['in quotes', '“vcpu 0: KVM_RUN: Bad address”'],
    ['with bytes that are no text', '\u0000\u0001vcpu 0: KVM_RUN: Bad address\ufffd'],
  ])('%s is understood', async (_how, text) => {
    const page = await site.visit(PATH, DESK);
    await paste(page, text);
    expect(await left(page)).toHaveLength(8);
    expect(page.faults.errors).toEqual([]);
  });
});

describe('the page', () => {
  test('has by keyboard what it has by mouse', async () => {
    const page = await site.visit(PATH, DESK);
    await page.locator('#triage-text').focus();
    await page.keyboard.type('vcpu 0: KVM_RUN: Bad address');
    await expect.poll(() => left(page)).toHaveLength(8);
    await page.locator('[data-state=left] summary').nth(1).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-state=left] details').nth(1).getAttribute('open')).toBe('');
    const line = page.locator('[data-state=left] [data-line]').first();
    await line.focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('triage-text');
  });

  test('flips bits of a number by keyboard, one stop of the Tab key for all of them', async () => {
    const page = await site.visit(PATH, DESK);
    const bits = page.locator('stage-numbers [data-bit]');
    await page.locator('stage-numbers [data-in=value]').focus();
    await expect.poll(() => bits.count()).toBeGreaterThan(63);
    expect(await page.locator('stage-numbers [data-bit][tabindex="0"]').count()).toBe(1);
    await bits.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const at = () =>
      page.evaluate(() => {
        const { activeElement: one } = document;
        return [one?.getAttribute('data-bit'), one?.getAttribute('aria-pressed')];
      });
    expect(await at()).toEqual(['30', 'false']);
    await page.keyboard.press('Space');
    expect(await at()).toEqual(['30', 'true']);
    await page.keyboard.press('Enter');
    expect(await at()).toEqual(['30', 'false']);
    expect(page.url()).toContain('#numbers=1.');
  });

  test('without JavaScript shows what each error leaves, and no field that does nothing', async () => {
    const page = await site.visit(PATH, { ...DESK, javaScriptEnabled: false });
    expect(await page.locator('#triage-text').isVisible()).toBe(false);
    expect(await page.locator('.tri-leaves summary').first().isVisible()).toBe(true);
    await page.locator('.tri-leaves summary').filter({ hasText: 'KVM_RUN · EFAULT' }).click();
    expect(await page.getByRole('link', { name: 'run-cacheable' }).first().isVisible()).toBe(true);
    expect(await page.locator('#triage').textContent()).toContain('stage-two -- triage');
  });

  test('answers without a worker', async () => {
    const page = await site.visit(PATH, DESK);
    await page.evaluate(() => {
      Object.assign(globalThis, {
        Worker: function refused() {
          throw new Error('no');
        },
      });
    });
    await paste(page, RUN);
    expect((await left(page)).length).toBeGreaterThan(1);
  });

  test('has at most 6 KB of script untouched', async () => {
    const page = await site.visit(PATH, DESK, 'networkidle');
    expect((await weightOf(page)).script).toBeLessThan(6 * 1024);
  });

  test.each(['light', 'dark'] as const)(
    'has nothing for axe once it answered, %s',
    async (colorScheme) => {
      const page = await site.visit(PATH, {
        ...(colorScheme === 'dark' ? PHONE : DESK),
        colorScheme,
      });
      await paste(page, RUN);
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll<HTMLDetailsElement>('#triage details'))
          fold.open = true;
      });
      expect(await axeFindings(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBe((colorScheme === 'dark' ? PHONE : DESK).viewport.width);
    },
  );
});

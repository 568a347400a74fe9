import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, PHONE, Site, type Visit } from './browser.ts';
import { writeLink } from '../../src/policies/link.ts';
import { axeFindings } from '../support/axe.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const PATH = '/policies/';
const part = (page: Visit, name: string) => page.locator(`[data-part=${name}]`);

async function open(path = PATH): Promise<Visit> {
  const page = await site.visit(path, DESK);
  await page.locator('stage-policies').dispatchEvent('pointerover');
  await page.locator('stage-policies[data-hydrated]').waitFor();
  return page;
}
async function type(page: Visit, code: string): Promise<void> {
  await page.locator('.cm-content').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
}
const policy = (onFault: string): string =>
  `const policy = { name: 'x', onMemslot: () => 'accepted', onFault: ${onFault} };`;

describe('the page of policies', () => {
  test('stands whole without a script, and fits a phone', async () => {
    const page = await site.visit(PATH, { ...PHONE, javaScriptEnabled: false });
    expect(await part(page, 'code').innerText()).toContain('const policy');
    expect(await part(page, 'verdicts').innerText()).toContain('FWB 1, DIC 1');
    expect(await part(page, 'worst').locator('li').count()).toBeGreaterThan(0);
    expect(await page.locator('#named + p').innerText()).toMatch(
      /4,096 .* 6 break nothing\. Without FWB only refusing survives/,
    );
    expect(await page.locator('#named + p + p').innerText()).toMatch(
      /^It assumes: One line of one page/,
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('judges what is typed, and says what is wrong with what is not judged', async () => {
    const page = await open();
    await type(page, policy("() => ({ map: 'device', maintain: true })"));
    await expect.poll(() => part(page, 'needs').innerText()).toContain('An address to clean by');
    await type(page, policy("() => 'perhaps'"));
    await expect.poll(() => part(page, 'said').innerText()).toContain('perhaps');
    expect(await part(page, 'said').innerText()).toContain('of an earlier text');
    await type(page, policy('() => { for (;;); }'));
    await expect.poll(() => part(page, 'said').innerText()).toContain('did not end within 2 s');
    await type(page, 'const policy = {');
    await expect.poll(() => part(page, 'said').innerText()).toContain('SyntaxError');
    await type(page, policy("() => 'device'"));
    await expect.poll(() => part(page, 'said').innerText()).toBe('');
    expect(await axeFindings(page, 'stage-policies')).toEqual([]);
    expect(page.faults.foreign).toEqual([]);
  });

  test('keeps who came to its text by keyboard there when the editor opens', async () => {
    const page = await site.visit(PATH, DESK);
    await part(page, 'code').focus();
    await page.locator('stage-policies[data-hydrated]').waitFor();
    const inEditor = () => document.activeElement?.matches('.snip-editor') ?? false;
    expect(await page.evaluate(inEditor)).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Judge');
  });

  test('takes a named one, and compares with another', async () => {
    const page = await open();
    await page.locator('[data-take-policy=fwb-only]').click();
    await expect.poll(() => part(page, 'differs').innerText()).toContain('FWB 1, DIC 0, memslot');
    await page.locator('stage-policies select').selectOption('fwb-only');
    await expect
      .poll(() => part(page, 'differs').innerText())
      .toContain('answers every input as fwb-only does');
  });

  test('compares with one that is chosen while it judges', async () => {
    const page = await open();
    await page.locator('[data-take-policy=error-on-creation]').click();
    await expect
      .poll(() => part(page, 'differs').innerText())
      .toContain('answers every input as error-on-creation does');
    await page.evaluate(() => {
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (message: unknown, ...more: never[]) {
        Reflect.apply(postMessage, this, [message, ...more]);
        if (typeof message !== 'object' || message === null || !('given' in message)) return;
        Worker.prototype.postMessage = postMessage;
        const select = document.querySelector('stage-policies select') as HTMLSelectElement;
        select.value = 'fwb-only';
        select.dispatchEvent(new Event('change', { bubbles: true }));
      };
    });
    await page.locator('[data-take-policy=fwb-only]').click();
    await expect
      .poll(() => part(page, 'differs').innerText())
      .toContain('answers every input as fwb-only does');
  });

  test('opens a link without running it, and tells a torn one', async () => {
    const page = await open();
    await type(page, policy("() => 'normal-nc'"));
    await expect.poll(() => part(page, 'verdicts').innerText()).toContain('normal-nc');
    await page.evaluate(() => {
      const write = async (text: string) => void ((window as { taken?: string }).taken = text);
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: write } });
    });
    await page.locator('stage-policies [data-do=link]').click();
    await expect.poll(() => page.locator('.fig-copied').innerText()).toBe('Copied.');
    const link = await page.evaluate(() => (window as { taken?: string }).taken ?? '');
    const { hash } = new URL(link);

    const other = await site.visit(PATH + hash, DESK);
    await expect.poll(() => part(other, 'note').innerText()).toContain('It has not run');
    expect(await other.locator('.cm-content').innerText()).toContain('normal-nc');
    expect(await part(other, 'verdicts').innerText()).toBe('');
    await other.locator('stage-policies [data-do=judge]').click();
    await expect.poll(() => part(other, 'verdicts').innerText()).toContain('normal-nc');

    const older = await site.visit(PATH + hash.replace(/1\.[\d-]+\./, '1.0-0-1.'), DESK);
    await expect.poll(() => part(older, 'note').innerText()).toContain('version 0.0.1');
    const torn = await site.visit(PATH + hash.slice(0, -20), DESK);
    await expect.poll(() => part(torn, 'note').innerText()).toContain('torn');
    expect(await part(torn, 'code').textContent()).toContain('const policy');
  });

  test('shows the text of a link before the editor is there, and no verdict beside it', async () => {
    const fragment = await writeLink({ code: policy("() => 'normal-nc'"), version: '0.2.0' });
    const page = await site.visit('/quality/', DESK);
    await page.route(/\/session\./, (route) => route.abort());
    await page.goto(`${PATH}${fragment as string}`);
    await expect.poll(() => part(page, 'code').innerText()).toContain('normal-nc');
    expect(await part(page, 'note').innerText()).toContain('It has not run');
    for (const name of ['verdicts', 'worst', 'needs', 'differs'])
      expect(await part(page, name).textContent()).toBe('');
    await expect.poll(() => page.locator('stage-policies .fig-failed').isVisible()).toBe(true);
  });

  test('opens a link without what runs it, and presses again what was pressed too early', async () => {
    const fragment = await writeLink({ code: policy("() => 'normal-nc'"), version: '0.2.0' });
    const page = await site.visit('/quality/', DESK);
    let held: (() => void) | null = null;
    const wait = new Promise<void>((go) => (held = go));
    await page.route(/\/session\./, (route) => void wait.then(() => route.continue()));
    await page.goto(`${PATH}${fragment as string}`);
    await expect.poll(() => part(page, 'note').innerText()).toContain('It has not run');
    expect(page.faults.requests.filter((path) => /sandbox\.html|worker-/.test(path))).toEqual([]);
    await page.locator('stage-policies [data-do=judge]').click();
    expect(await part(page, 'verdicts').textContent()).toBe('');
    held!();
    await expect.poll(() => part(page, 'verdicts').innerText()).toContain('normal-nc');
  });

  test('says that what compiles could not be loaded, and keeps the text', async () => {
    const page = await site.visit('/quality/', DESK);
    await page.route(/\/compiling\./, (route) => route.abort());
    await page.goto(PATH);
    await page.locator('stage-policies').dispatchEvent('pointerover');
    await page.locator('stage-policies[data-hydrated]').waitFor();
    await type(page, policy("() => 'normal-nc'"));
    await expect.poll(() => part(page, 'said').innerText()).toContain('could not be loaded');
    expect(await page.locator('.cm-content').innerText()).toContain('normal-nc');
  });

  test.each([
    ['in a worker', 1],
    ['by itself where the browser gives none', 0],
  ])('judges %s', async (_, workers) => {
    const page = await site.visit('/quality/', DESK);
    if (workers === 0) await page.route(/\/worker\b/, (route) => route.abort());
    await page.goto(PATH);
    await page.locator('stage-policies').dispatchEvent('pointerover');
    await page.locator('stage-policies[data-hydrated]').waitFor();
    await type(page, policy("() => 'normal-nc'"));
    await expect.poll(() => part(page, 'verdicts').innerText()).toContain('normal-nc');
    await expect
      .poll(() => page.workers().filter((one) => one.url().includes('/_astro/')).length)
      .toBe(workers);
  });
});

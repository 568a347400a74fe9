import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { figureSite, type FigureSite } from './support/site.ts';

vi.setConfig({ testTimeout: 30_000 });

const NAMES = ['decide', 'small', 'combine', 'leak'];
let site: FigureSite;

beforeAll(async () => {
  site = await figureSite();
}, 60_000);
afterAll(() => site.close());

const element = (page: Page) => page.locator('.fig > :first-child');
async function wake(page: Page): Promise<void> {
  await element(page).dispatchEvent('pointerover');
  await page.locator('[data-alive]').waitFor();
}

describe.each(NAMES)('%s', (name) => {
  it('changes nothing by coming alive', async () => {
    const { page, errors } = await site.open(`/${name}/`);
    const before = await element(page).innerHTML();
    const box = await element(page).boundingBox();
    await wake(page);
    const plain = (html: string): string => html.replace(/ aria-(disabled|invalid)="\w+"/g, '');
    expect(plain(await element(page).innerHTML())).toBe(before);
    expect(await element(page).boundingBox()).toEqual(box);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('loads nothing but its small script until a reader comes near', async () => {
    const { page } = await site.open(`/${name}/`);
    await page.waitForTimeout(200);
    const scripts = await page.evaluate(() =>
      performance.getEntriesByType('resource').map((r) => r.name.replace(location.origin, '')),
    );
    expect(scripts.filter((path) => path.endsWith('.js')).toSorted()).toEqual([
      '/boot.js',
      '/figures.js',
    ]);
    await page.context().close();
  });

  it('fits 360 pixels', async () => {
    const { page } = await site.open(`/${name}/`, { viewport: { width: 360, height: 740 } });
    await wake(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.context().close();
  });

  it('shows no control without scripts, as none could answer', async () => {
    const { page } = await site.open(`/${name}/`, { javaScriptEnabled: false });
    const controls = await page.locator('input, button, select').all();
    expect(controls.length).toBeGreaterThan(0);
    for (const control of controls) expect(await control.isVisible()).toBe(false);
    await page.context().close();
  });

  // The tests of the site look at every page in both themes; here the figure is alive.
  it('has no axe finding when alive', async () => {
    const { page } = await site.open(`/${name}/`, { colorScheme: 'dark' });
    await wake(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`),
    ).toEqual([]);
    await page.context().close();
  });

  it('does not move for readers who ask for that', async () => {
    const { page } = await site.open(`/${name}/`, { reducedMotion: 'reduce' });
    const longest = await page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('.fig *')].map((el) => {
          const { transitionDuration, animationDuration } = getComputedStyle(el);
          return Math.max(
            ...`${transitionDuration},${animationDuration}`.split(',').map(Number.parseFloat),
          );
        }),
      ),
    );
    expect(longest).toBe(0);
    await page.context().close();
  });

  it('says so when its module cannot be loaded', async () => {
    const { page } = await site.open(`/${name}/`);
    await page.route(/alive/, (route) => route.abort());
    await element(page).dispatchEvent('pointerover');
    await page.locator('.fig-failed').waitFor({ state: 'visible' });
    expect(await page.locator('.fig-failed').innerText()).toMatch(/could not be loaded/);
    await page.context().close();
  });
});

describe('decide', () => {
  const lane = (page: Page, kernel: string) => page.locator('.lane', { hasText: kernel });

  it('follows the mouse, says the answer, and keeps it in the address', async () => {
    const { page, errors } = await site.open('/decide/?other=1');
    await page.getByLabel('FWB', { exact: true }).check();
    await page.getByLabel('DIC', { exact: true }).check();
    await expect
      .poll(() => lane(page, 'v6.17').innerText())
      .toMatch(/accepted[\s\S]*mapped[\s\S]*WB/);
    expect(await page.getByRole('status').first().innerText()).toBe(
      'v6.17: memslot accepted; fault mapped WB.',
    );
    expect(await page.locator('.leaf').innerText()).toMatch(/0[\s\S]*1[\s\S]*1[\s\S]*0/);
    expect(page.url()).toMatch(/\?other=1&decide=kernel:v6\.17,.*fwb:1,dic:1/);
    await page.reload();
    await expect.poll(() => lane(page, 'v6.17').innerText()).toMatch(/mapped/);
    expect(await page.getByLabel('FWB', { exact: true }).isChecked()).toBe(true);
    await page.getByRole('button', { name: /founding case/ }).click();
    await expect.poll(() => lane(page, 'v6.17').innerText()).toMatch(/refused EINVAL/);
    expect(page.url()).toMatch(/\?other=1$/);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is complete by keyboard', async () => {
    const { page } = await site.open('/decide/');
    await page.getByLabel('VM_PFNMAP').focus();
    await page.locator('[data-alive]').waitFor();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => lane(page, 'v6.17').innerText()).toMatch(/accepted[\s\S]*fails EFAULT/);
    for (const key of ['Tab', 'Tab', 'Tab', 'Space']) await page.keyboard.press(key);
    await expect.poll(() => page.getByRole('status').first().innerText()).toMatch(/mapped WB/);
    for (const key of ['Tab', 'Space', 'Tab', 'Space', 'Tab', 'ArrowRight', 'Tab', 'ArrowUp']) {
      await page.keyboard.press(key);
    }
    await expect
      .poll(() => page.url())
      .toMatch(/kernel:v6\.16,vma:mixedmap,.*linear:1,fwb:1,dic:1,access:write/);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(
      'v6.16',
    );
    await page.context().close();
  });

  it('takes bad links with a line for each part, and shows the preset', async () => {
    const { page, errors } = await site.open(
      '/decide/?decide=kernel:v9,fwb:maybe,dic:1,%3Cimg src=x%3E',
    );
    const problems = page.locator('[data-part=problems]');
    await expect.poll(() => problems.innerText()).toContain('"v9"');
    expect(await problems.locator('p').count()).toBe(3);
    expect(await problems.innerText()).toContain('"<img src=x>"');
    expect(await page.locator('img').count()).toBe(0);
    expect(await lane(page, 'v6.17').innerText()).toMatch(/refused EINVAL/);
    expect(await page.getByLabel('DIC', { exact: true }).isChecked()).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('takes choices that were made before it was alive', async () => {
    const { page } = await site.open('/decide/');
    await page.route(/alive/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.getByLabel('FWB', { exact: true }).check();
    await page.getByLabel('DIC', { exact: true }).check();
    expect(await lane(page, 'v6.17').innerText()).toMatch(/refused/);
    await expect.poll(() => lane(page, 'v6.17').innerText()).toMatch(/mapped/);
    await page.context().close();
  });

  it('leads from the small figure to the case in the full one', async () => {
    const { page } = await site.open('/small/');
    await page.getByLabel('DIC', { exact: true }).check();
    await page.getByRole('radio', { name: /v6\.16/ }).check();
    const link = page.getByRole('link', { name: /All choices/ });
    await expect
      .poll(() => link.getAttribute('href'))
      .toMatch(/^\/guide\/\?decide=kernel:v6\.16,.*dic:1,access:read#decide$/);
    await page.context().close();
  });
});

describe('combine', () => {
  const result = (page: Page) => page.locator('.stage-result');
  const hex = (page: Page) => page.getByLabel('or any byte, hex');

  it('follows the switches, and the grid follows FWB', async () => {
    const { page, errors } = await site.open('/combine/');
    await page.getByLabel('HCR_EL2.FWB').uncheck();
    await expect.poll(() => result(page).innerText()).toBe('NC');
    await page.getByLabel('MemAttr').selectOption('1111');
    await page.getByLabel('Attribute byte of MAIR_EL1').selectOption('0xFF');
    await expect.poll(() => result(page).innerText()).toBe('WB');
    expect(await page.locator('[aria-selected=true]').getAttribute('data-s2')).toBe('1111');
    expect(await hex(page).inputValue()).toBe('0xFF');
    expect(page.url()).toContain('combine=s1:0xFF,s2:1111,fwb:0');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('keeps what was typed and the last good answer when a byte is none', async () => {
    const { page } = await site.open('/combine/');
    await hex(page).fill('0x04');
    await expect.poll(() => page.url()).toContain('s1:0x04');
    await hex(page).fill('0xfff');
    const line = page.locator('#combine-hex');
    await expect
      .poll(() => line.innerText())
      .toBe('"0xfff" is no byte; expected 00 to FF, such as 0x44. The figure shows 0x04.');
    expect(await hex(page).inputValue()).toBe('0xfff');
    expect(await hex(page).getAttribute('aria-invalid')).toBe('true');
    expect(await result(page).innerText()).toBe('WB');
    await hex(page).fill('0x02');
    await expect.poll(() => page.locator('[data-part=s1]').innerText()).toContain('reserved');
    expect(await line.innerText()).toBe('');
    expect(await page.locator('[aria-selected=true]').getAttribute('data-s1')).toBe('0x02');
    await page.context().close();
  });

  it('has a grid for mouse and arrow keys with one stop for Tab', async () => {
    const { page } = await site.open('/combine/');
    await page.locator('[data-s1="0xFF"][data-s2="0001"]').click();
    await expect.poll(() => result(page).innerText()).toBe('Device-nGnRE');
    const cell = (): Promise<string> =>
      page.evaluate(
        () =>
          `${(document.activeElement as HTMLElement).dataset['s1']} ${(document.activeElement as HTMLElement).dataset['s2']}`,
      );
    expect(await cell()).toBe('0xFF 0001');
    const walk: [key: string, to: string][] = [
      ['ArrowRight', '0xFF 0011'],
      ['ArrowUp', '0xBB 0011'],
      ['End', '0xBB 0111'],
      ['ArrowRight', '0xBB 0111'],
      ['Home', '0xBB 0000'],
      ['ArrowDown', '0xFF 0000'],
    ];
    for (const [key, to] of walk) {
      await page.keyboard.press(key);
      expect(await cell()).toBe(to);
    }
    expect(await page.locator('[role=gridcell][tabindex="0"]').count()).toBe(1);
    expect(await result(page).innerText()).toBe('Device-nGnRnE');
    await page.context().close();
  });

  it('gives the first click once more when it came too early', async () => {
    const { page } = await site.open('/combine/');
    await page.route(/alive/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.locator('[data-s1="0xFF"][data-s2="0101"]').click();
    expect(await result(page).innerText()).toBe('WB');
    await expect.poll(() => result(page).innerText()).toBe('NC');
    await page.context().close();
  });
});

describe('leak', () => {
  const title = (page: Page) => page.locator('.strip-one b');

  it('goes forth and back by buttons and by keys, and returns to the strip', async () => {
    const { page, errors } = await site.open('/leak/');
    await page.getByRole('button', { name: 'Step through' }).click();
    await expect.poll(() => title(page).innerText()).toMatch(/^1\./);
    expect(await page.locator('.strip').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await title(page).innerText()).toMatch(/^2\./);
    for (const [key, number] of [
      ['ArrowRight', 3],
      ['ArrowRight', 4],
      ['ArrowLeft', 3],
      ['End', 6],
      ['ArrowRight', 6],
      ['Home', 1],
      ['ArrowLeft', 1],
    ] as const) {
      await page.keyboard.press(key);
      expect(await title(page).innerText()).toMatch(new RegExp(`^${number}\\.`));
    }
    await page.keyboard.press('Escape');
    expect(await page.locator('.strip li').count()).toBe(6);
    expect(await page.locator('.strip').isVisible()).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('shows in one frame what the strip shows', async () => {
    const { page } = await site.open('/leak/');
    const strip = await page
      .locator('.strip li')
      .evaluateAll((all) => all.map((li) => li.innerHTML));
    await page.getByRole('button', { name: 'Step through' }).click();
    for (const [i, frame] of strip.entries()) {
      await expect.poll(() => title(page).innerText()).toMatch(new RegExp(`^${i + 1}\\.`));
      expect(await page.locator('.strip-one').innerHTML()).toBe(frame);
      await page.keyboard.press('ArrowRight');
    }
    await page.context().close();
  });
});

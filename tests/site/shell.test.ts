import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, PHONE, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const CHAPTER = '/guide/one-mail-one-bug/';

test('the first Tab reaches the skip link, which leads to the text', async () => {
  const page = await site.visit(CHAPTER, DESK);
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  expect(await skip.textContent()).toBe('Skip to the text');
  expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  expect(await page.locator(':focus').getAttribute('id')).toBe('text');
});

describe('contents on a phone', () => {
  test('open, close and lead on by keyboard', async () => {
    const page = await site.visit(CHAPTER, PHONE);
    const contents = page.locator('#contents');
    expect(await contents.isVisible()).toBe(false);
    await page.locator('.menu-open').focus();
    await page.keyboard.press('Enter');
    expect(await contents.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await contents.isVisible()).toBe(false);
    expect(await page.locator(':focus').getAttribute('class')).toBe('menu-open');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator('#contents :focus').count()).toBe(1);
    while ((await page.locator(':focus').innerText()).trim() !== 'What KVM decides')
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/guide/what-kvm-decides/');
  });

  test('open and lead on without JavaScript', async () => {
    const page = await site.visit(CHAPTER, { ...PHONE, javaScriptEnabled: false });
    await page.locator('.menu-open').click();
    const link = page
      .locator('#contents')
      .getByRole('link', { name: 'What KVM decides', exact: true });
    await link.click();
    expect(await page.locator('h1').textContent()).toBe('What KVM decides');
  });

  test('close once a section of the same page is chosen', async () => {
    const page = await site.visit(CHAPTER, PHONE);
    await page.locator('.menu-open').click();
    await page.locator('#contents [data-follow] a').first().click();
    expect(await page.locator('#contents').isVisible()).toBe(false);
    expect(new URL(page.url()).hash).not.toBe('');
  });
});

test('the contents list follows the scroll to the last section', async () => {
  const page = await site.visit(CHAPTER, DESK);
  const links = await page.locator('[data-follow] a').all();
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) {
    const hash = await link.getAttribute('href');
    await page.evaluate((id) => document.querySelector(id)?.scrollIntoView(), hash ?? '');
    await page.waitForFunction(
      (id) => document.querySelector('[data-follow] [aria-current]')?.getAttribute('href') === id,
      hash,
    );
    expect(await page.locator('[data-follow] [aria-current]').count()).toBe(1);
  }
});

test('the whole book can be read by next links, and back', async () => {
  const page = await site.visit(CHAPTER, { ...DESK, javaScriptEnabled: false });
  const seen = [new URL(page.url()).pathname];
  while ((await page.locator('.pager:visible [rel=next]').count()) === 1) {
    await page.locator('.pager:visible [rel=next]').click();
    // The link to the next page stands at the end of this one.
    await page.waitForLoadState('load');
    seen.push(new URL(page.url()).pathname);
  }
  // The API has a page a group, which its own page leads to.
  const chapters = (await site.paths()).filter((path) =>
    /^\/(guide|reference)\/[^/]+\/$/.test(path),
  );
  expect(seen.toSorted()).toEqual(chapters.toSorted());
  await page.locator('.pager:visible [rel=prev]').click();
  expect(new URL(page.url()).pathname).toBe(seen.at(-2));
});

test('the number of a claim leads to its source in the list', async () => {
  const page = await site.visit(CHAPTER, DESK);
  const cite = page.locator('.cite').first();
  const target = page.locator(`.sources li${await cite.getAttribute('href')}`);
  const number = Number(await cite.textContent());
  expect(
    await target.evaluate((item) => [...(item.parentElement?.children ?? [])].indexOf(item)),
  ).toBe(number - 1);
  await cite.click();
  expect(await target.isVisible()).toBe(true);
});

test.each([`1.gone.${deflateRawSync('theirs();').toString('base64url')}`, '9.x.y', '1.x.%%%'])(
  'a link to a version on a page without snippets, %s, is told under its title',
  async (rest) => {
    const page = await site.visit(`/errata/#snippet=${rest}`, DESK);
    const said = page.locator('h1 + [role=status]');
    await said.waitFor();
    expect(await said.innerText()).toMatch(/^This link is (for a snippet that this page|torn|of)/);
    expect(page.faults.errors).toEqual([]);
  },
);

test.each(['/exercises/', '/unknown/', '/errata/', '/guide/', '/map/', '/glossary/'])(
  'headings of %s stand nearer to what they name than to what is above',
  async (path) => {
    const page = await site.visit(path, DESK);
    const gaps = await page.locator('main h2').evaluateAll((all) =>
      all.map((heading) => {
        const beside = (way: 'previousElementSibling' | 'nextElementSibling'): Element | null => {
          let at: Element | null = heading;
          while (at && !at[way]) at = at.parentElement;
          return at?.[way] ?? null;
        };
        const own = heading.getBoundingClientRect();
        return {
          text: heading.textContent,
          above: own.top - (beside('previousElementSibling')?.getBoundingClientRect().bottom ?? 0),
          below: (beside('nextElementSibling')?.getBoundingClientRect().top ?? 0) - own.bottom,
        };
      }),
    );
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.filter(({ above, below }) => above < 20 || above <= below)).toEqual([]);
  },
);

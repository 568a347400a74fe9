import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIGURE_NAMES, scriptOf } from './support/html.ts';
import { figureSite, type FigureSite } from './support/site.ts';

let site: FigureSite;
beforeAll(async () => {
  site = await figureSite();
}, 300_000);
afterAll(() => site.close());

it.each(FIGURE_NAMES)('%s says so where a link leads to a step that is not there', async (name) => {
  const state = scriptOf(name) === 'tools' ? `#${name}=1.step:99` : `?${name}=step:99#${name}`;
  const { page, errors } = await site.open(`/${name}/${state}`);
  await expect
    .poll(() => page.locator('.fig').innerText())
    .toMatch(
      /The link leads to step "?99"?; this (story has \w+ steps?\. The figure shows the last|figure has no steps\. It was left out)\./,
    );
  expect(errors).toEqual([]);
  await page.context().close();
});

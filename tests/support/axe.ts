import { AxeBuilder } from '@axe-core/playwright';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** A rule with the elements that break it. */
type Violation = Pick<axe.Result, 'id' | 'nodes'>;

/**
 * What axe finds on a page, or in the part of it that `within` selects: rule and elements. A page of one
 * frame is asked where it is; findings of several frames go through a second page, which takes longer.
 */
export async function axeFindings(page: Page, within?: string): Promise<string[]> {
  const ask = page.frames().length === 1 ? inOneFrame : inAllFrames;
  return (await ask(page, within)).map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`,
  );
}

async function inOneFrame(page: Page, within?: string): Promise<Violation[]> {
  await page.evaluate(`window.axe ?? (() => { ${axe.source} })()`);
  return page.evaluate(async (selector) => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    const { violations } = await here.run(selector ?? document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => ({ id, nodes }));
  }, within);
}

async function inAllFrames(page: Page, within?: string): Promise<Violation[]> {
  const builder = new AxeBuilder({ page });
  return (await (within === undefined ? builder : builder.include(within)).analyze()).violations;
}

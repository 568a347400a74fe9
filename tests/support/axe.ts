import { AxeBuilder } from '@axe-core/playwright';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** A rule with the elements that break it. */
type Violation = Pick<axe.Result, 'id' | 'nodes'>;

/**
 * What axe finds on a page, or in the part of it that `within` selects: rule and elements; `only` names
 * the rules that are asked, also those that axe leaves out by itself, as that of target sizes. A page of one
 * frame is asked where it is; findings of several frames go through a second page, which takes longer.
 */
export async function axeFindings(
  page: Page,
  within?: string,
  only?: readonly string[],
): Promise<string[]> {
  const ask = page.frames().length === 1 ? inOneFrame : inAllFrames;
  return (await ask(page, within, only)).map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`,
  );
}

const OPEN = `window.axe ??= (() => { ${axe.source}; return window.axe; })()`;

/** Lets the rules of colours, which take half of the time, look only at the elements that are selected. */
export async function limitColours(page: Page, selector: string): Promise<void> {
  await page.evaluate(`void (${OPEN})`);
  await page.evaluate((only) => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    here.configure({ rules: [{ id: 'color-contrast', selector: only }] });
  }, selector);
}

async function inOneFrame(
  page: Page,
  within?: string,
  only?: readonly string[],
): Promise<Violation[]> {
  await page.evaluate(`void (${OPEN})`);
  return page.evaluate(
    async ([selector, rules]) => {
      const { axe: here } = window as unknown as { axe: typeof axe };
      const { violations } = await here.run(selector ?? document, {
        resultTypes: ['violations'],
        ...(rules && { runOnly: [...rules] }),
      });
      return violations.map(({ id, nodes }) => ({ id, nodes }));
    },
    [within, only] as const,
  );
}

async function inAllFrames(
  page: Page,
  within?: string,
  only?: readonly string[],
): Promise<Violation[]> {
  const builder = new AxeBuilder({ page });
  if (only) builder.withRules([...only]);
  return (await (within === undefined ? builder : builder.include(within)).analyze()).violations;
}

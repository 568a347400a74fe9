import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** A rule with the elements that break it. */
type Violation = Pick<axe.Result, 'id' | 'nodes'>;

/** The rules that ask for colours. */
export const OF_COLOURS = ['color-contrast', 'link-in-text-block'] as const;

/**
 * What axe finds on a page, or in the part of it that `within` selects: rule and elements; `only` names
 * the rules that are asked, also those that axe leaves out by itself, as that of target sizes. A page of one
 * frame that can be seen is asked where it is; findings of several go through a second page, which takes
 * longer.
 */
export async function axeFindings(
  page: Page,
  within?: string,
  only?: readonly string[],
): Promise<string[]> {
  const ask = (await hasVisibleFrame(page)) ? inAllFrames : inOneFrame;
  return (await ask(page, within, only)).map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`,
  );
}

const require = createRequire(import.meta.url);
const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The page of a snippet runs it in a frame that nobody sees; axe looks at no such frame. */
async function hasVisibleFrame(page: Page): Promise<boolean> {
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  const seen = await Promise.all(
    frames.map(async (frame) => (await frame.frameElement()).isVisible()),
  );
  return seen.includes(true);
}

/** A link in a text stands out by its style, or else by its colour; only the first asks for no layout. */
const LINKS = {
  id: 'link-in-text-block',
  style: ['link-in-text-block-style'],
  either: ['link-in-text-block', 'link-in-text-block-style'],
} as const;

/** Sends axe to a page, where it is not there: to read it takes longer than many a question to it. */
async function open(page: Page): Promise<void> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(`${SOURCE};0`);
}

/** Lets the rules of colours, which take half of the time, look only at the elements that are selected. */
export async function limitColours(page: Page, selector: string): Promise<void> {
  await open(page);
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
  await open(page);
  return page.evaluate(
    async ([selector, rules, links]) => {
      const { axe: here } = window as unknown as { axe: typeof axe };
      const run = async (runOnly?: string[]) => {
        const { violations } = await here.run(selector ?? document, {
          resultTypes: ['violations'],
          iframes: false,
          ...(runOnly && { runOnly }),
        });
        return violations.map(({ id, nodes }) => ({ id, nodes }));
      };
      const ofLinks = (any: readonly string[]) =>
        here.configure({ rules: [{ id: links.id, any: [...any] }] });
      // What stands out by its style is in order; the colours of all other links are asked then.
      ofLinks(links.style);
      const found = await run(rules && [...rules]);
      ofLinks(links.either);
      if (!found.some(({ id }) => id === links.id)) return found;
      return [...found.filter(({ id }) => id !== links.id), ...(await run([links.id]))];
    },
    [within, only, LINKS] as const,
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

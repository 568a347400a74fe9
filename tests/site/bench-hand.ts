import type { Visit } from './browser.ts';

export const PATH = '/workbench/';
export const RUN = 'vcpu 0: KVM_RUN: Bad address\nusb 1-1: new device\nVmFlags: rd wr pf';

/** What was copied last, since the clipboard of the machine is everybody's. */
export const watchClipboard = (page: Visit): Promise<void> =>
  page.evaluate(() => {
    navigator.clipboard.writeText = (text: string) => {
      document.documentElement.dataset['copied'] = text;
      return Promise.resolve();
    };
  });

export async function copied(page: Visit, way: string): Promise<string> {
  await page.evaluate(() => delete document.documentElement.dataset['copied']);
  await page.locator(`#triage [data-take=${way}]`).click();
  await page.waitForSelector('html[data-copied]');
  return page.evaluate(() => document.documentElement.dataset['copied'] ?? '');
}

export const answeredAs = (page: Visit, as: 'yes' | 'empty'): Promise<unknown> =>
  page.waitForSelector(`#triage[data-answered=${as}]`);

export async function paste(page: Visit, text: string): Promise<void> {
  await page.locator('#triage-text').fill(text);
  await answeredAs(page, text === '' ? 'empty' : 'yes');
}

export const left = (page: Visit): Promise<(string | null)[]> =>
  page
    .locator('[data-state=left]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-reason')));

/** Sets the choices beside the text; a number may be written otherwise than a select has it. */
export async function choose(page: Visit, asked: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((wanted) => {
    for (const one of document.querySelectorAll<HTMLInputElement>('[data-ask]'))
      one.value = wanted[one.dataset['ask'] ?? ''] ?? '';
  }, asked);
}

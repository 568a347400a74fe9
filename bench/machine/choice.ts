import { figureSite } from '../../tests/figures/support/site.ts';
import { median } from '../support/stats.ts';

const RUNS = 5;
const GUESTS = ['nc', 'device', 'off', 'wb'];

/** How long the page stands still while the table of verdicts follows a choice: the median of the slowest. */
export async function measureChoice(): Promise<number> {
  const site = await figureSite();
  try {
    const slowest: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const { page } = await site.open('/verdicts/');
      await page.locator('#verdicts').dispatchEvent('pointerover');
      await page.locator('[data-hydrated]').waitFor();
      const took: number[] = [];
      for (const guest of GUESTS) took.push(await page.evaluate(choose, guest));
      slowest.push(Math.max(...took));
      await page.context().close();
    }
    return median(slowest);
  } finally {
    await site.close();
  }
}

/* This runs in the page. */
function choose(value: string): number {
  const select = document.querySelector<HTMLSelectElement>('[data-key=guest]');
  if (!select) throw new Error('the figure has no choice of the guest');
  select.value = value;
  const begun = performance.now();
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return performance.now() - begun;
}

/**
 * Makes public/touch-icon.png from public/favicon.svg: `node scripts/run.mjs node scripts/icons.mjs`.
 * Home screens cut its corners, so the sign stands in a field of its own, on the paper of the site.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './browser.ts';

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const svg = readFileSync(file('public/favicon.svg'), 'utf8');

const browser = await launchChromium();
try {
  const page = await browser.newPage({
    viewport: { width: 180, height: 180 },
    colorScheme: 'light',
  });
  await page.setContent(
    `<style>body { margin: 0; padding: 34px; background: #fcfcf9 } svg { display: block; width: 112px }</style>${svg}`,
  );
  await page.screenshot({ path: file('public/touch-icon.png') });
} finally {
  await browser.close();
}

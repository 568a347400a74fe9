/**
 * Makes public/preview.png, the picture of link previews: `node scripts/run.mjs node scripts/preview.mjs`.
 * It is drawn from the styles of the site, so run it again when those change.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './browser.ts';

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const styles = (name) => readFileSync(file(`src/styles/${name}.css`), 'utf8');
const font = (name) =>
  `url(data:font/woff2;base64,${readFileSync(file(`src/styles/fonts/${name}.woff2`), 'base64')})`;

const page = `<!doctype html><html lang="en" data-theme="light"><style>
${styles('tokens')}${styles('grammar')}
@font-face { font-family: 'Stage Read'; src: ${font('read-regular')} }
@font-face { font-family: 'Stage Read'; font-weight: 600; src: ${font('read-semibold')} }
@font-face { font-family: 'Stage Code'; src: ${font('code-regular')} }
body { margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 72px 80px;
  display: flex; flex-direction: column; background: var(--paper); color: var(--ink);
  font: 40px/1.3 var(--font-read) }
header { display: flex; align-items: center; gap: 24px; font-weight: 600; font-size: 44px }
header svg { width: 84px; height: 60px; color: var(--ink) }
h1 { margin: auto 0; font-size: 84px; line-height: 1.1; font-weight: 600; letter-spacing: -0.01em }
hr { width: 100%; margin: 0 0 32px; border: 0; border-top: 3px solid; box-shadow: 0 6px var(--paper), 0 8px var(--edge) }
p { margin: 0; display: flex; justify-content: space-between; font-size: 38px }
</style>
<header>
  <svg viewBox="0 0 28 20"><rect x="1" y="1" width="17" height="13" fill="none" stroke="currentColor"
    stroke-width="2" stroke-dasharray="4 2.4"/><rect x="10" y="6" width="17" height="13" fill="#0b5663"/></svg>
  Stage Two
</header>
<h1>When may a guest map<br>memory cacheable?</h1>
<hr>
<p><span class="mem mem-wb">WB</span><span class="mem mem-nc">NC</span>
<span class="mem mem-dev">Device-nGnRE</span><span class="verdict verdict-mapped">mapped</span>
<span class="verdict verdict-refused">refused</span></p></html>`;

const browser = await launchChromium();
try {
  const tab = await browser.newPage({ viewport: { width: 1200, height: 630 } });
  await tab.setContent(page);
  await tab.evaluate(() => document.fonts.ready);
  await tab.screenshot({ path: file('public/preview.png') });
} finally {
  await browser.close();
}

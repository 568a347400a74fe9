import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';
import { withLinks } from '../sheets/html.ts';
import { withAddresses } from './html.ts';

/** What is for one host. */
const OF_A_HOST = ['_headers', 'robots.txt', 'sitemap-index.xml', 'sitemap-0.xml'];
const TOLD = /<link rel="(?:canonical|sitemap)"[^>]*>/g;

/**
 * standAnywhere changes a site that was built for the folder `base`, so that it works in any: its pages,
 * sheets and texts lead on from where they are, its scripts from their own address. `script` is a classic
 * script that each page loads first, by its name in the folder. Throws where an address of `base` is left.
 */
export async function standAnywhere(folder: string, base: string, script: string): Promise<void> {
  for (const name of OF_A_HOST) await rm(join(folder, name), { force: true });
  for (const name of await filesOf(folder)) {
    const change = changeOf(name, base, script);
    if (change === null) continue;
    const file = join(folder, name);
    const text = change(await readFile(file, 'utf8'));
    if (text.replaceAll(/https?:\/\/[^"'\s]*/g, '').includes(base))
      throw new Error(`${name} has an address in ${base} that nothing here knows`);
    await writeFile(file, text);
  }
}

async function filesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.map((name) => name.split(sep).join('/')).toSorted();
}

function changeOf(name: string, base: string, script: string): ((text: string) => string) | null {
  if (name.endsWith('.html')) return (html) => pageAnywhere(html, name, base, script);
  if (name.endsWith('.css')) return (css) => sheetAnywhere(css, name, base);
  if (/\.(md|txt)$/.test(name)) return (text) => textAnywhere(text, name, base);
  return name.startsWith('_astro/') && name.endsWith('.js')
    ? (js) => moduleAnywhere(js, name, base)
    : null;
}

/** An address below the folder of the site, from a file in it. */
function from(name: string, address: string): string {
  const up = posix.relative(posix.dirname(name), '.');
  const way = up === '' ? './' : `${up}/`;
  return way + address;
}

function pageAnywhere(html: string, name: string, base: string, script: string): string {
  const moved = withAddresses(withLinks(html), (address) =>
    address.startsWith(base) ? from(name, address.slice(base.length)) : address,
  );
  return (
    moved
      .replace(TOLD, '')
      // The print edition asked for it, and is made.
      .replaceAll(/ data-within="[^"]*"/g, '')
      .replace('</head>', `<script src="${from(name, script)}"></script></head>`)
  );
}

const sheetAnywhere = (css: string, name: string, base: string): string =>
  css.replaceAll(`url(${base}`, `url(${from(name, '')}`);

/** Links of Markdown; in a site without a host they are rooted. */
const textAnywhere = (text: string, name: string, base: string): string =>
  text.replaceAll(`](${base}`, '](/').replaceAll(/\]\(\/(?!\/)/g, `](${from(name, '')}`);

/** The address of a module, in its own words. */
const OWN = 'import.meta.url';

/** What a bundler writes of an address is one text from its begin to its end. */
function moduleAnywhere(js: string, name: string, base: string): string {
  const text = new RegExp('`' + base.replaceAll(/[^\w/-]/g, '\\$&') + '([^`$]*)`', 'g');
  return js.replace(
    text,
    (_, address: string) => `new URL(${JSON.stringify(from(name, address))},${OWN}).pathname`,
  );
}

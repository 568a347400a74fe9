import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { close, createIndex } from 'pagefind';
import { rewrite } from '../finished.ts';
import { indexed } from './indexed.ts';
import { readWords } from './words.ts';

/**
 * Builds the search index from the finished pages, and puts it beside them; `words` is the file that
 * names what people type for a page. Pagefind is a process of its
 * own: it begins when the pages are there, and works beside what else is made from them.
 */
export function search(words: string): AstroIntegration {
  let written: Promise<number> | null = null;
  return {
    name: 'search',
    hooks: {
      'astro:build:generated': ({ dir }) => {
        written = indexPages(fileURLToPath(dir), words);
        // Where another integration ends the build first, nobody waits for the index.
        written.catch(() => {});
      },
      'astro:build:done': async ({ logger }) => logger.info(`${await written} pages read`),
    },
  };
}

/** Gives the number of pages read: those that name a body for the search. */
async function indexPages(folder: string, list: string): Promise<number> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  const files = await pagesIn(folder);
  const routeOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
  const words = readWords(new Set(files.map(routeOf)), list);
  const problems: string[] = [];
  let read = 0;
  for (const file of files) {
    const html = await readFile(join(folder, file), 'utf8');
    const route = routeOf(file);
    // A kernel's page says the same words hundreds of times; its overview is what is found.
    const oneKernel = /^\/observations\/./.test(route);
    if (oneKernel || !html.includes('data-pagefind-body')) continue;
    const content = indexed(html, route, words.get(route) ?? []);
    const added = await index.addHTMLFile({ url: route, content });
    problems.push(...added.errors);
    read += 1;
  }
  const written = await index.writeFiles({ outputPath: `${folder}pagefind` });
  await close();
  for (const file of ['pagefind.js', 'pagefind-worker.js'])
    await rewrite(`${folder}pagefind/${file}`, (code) => heardWhereLost(code, file));
  await build({
    entryPoints: [fileURLToPath(new URL('served.ts', import.meta.url))],
    outfile: `${folder}pagefind/fitting/pagefind.js`,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
  });
  problems.push(...written.errors);
  if (problems.length > 0) throw new Error(`Pagefind: ${problems.join('; ')}`);
  return read;
}

const SILENT = '.pf_index`,"load_index_chunk")).catch(()=>{});';

/** Pagefind takes a part of its index that did not come for one without words, and finds nothing; so it fails. */
function heardWhereLost(code: string, file: string): string {
  if (code.split(SILENT).length !== 2)
    throw new Error(`${file}: received another Pagefind; expected ${SILENT} once in it.`);
  return code.replace(SILENT, SILENT.replace('.catch(()=>{})', ''));
}

/**
 * The HTML files of a built site. What begins with a dot is the builder's own, and goes away while
 * this reads.
 */
async function pagesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('.'))
      .map(async (entry) => {
        if (!entry.isDirectory()) return entry.name.endsWith('.html') ? [entry.name] : [];
        const inside = await pagesIn(join(folder, entry.name));
        return inside.map((file) => `${entry.name}/${file}`);
      }),
  );
  return lists.flat();
}

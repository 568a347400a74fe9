import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/**
 * Builds the search index from the finished pages, and puts it beside them. Pagefind is a process of its
 * own: it begins when the pages are there, and works beside what else is made from them.
 */
export function search(): AstroIntegration {
  let written: Promise<number> | null = null;
  return {
    name: 'search',
    hooks: {
      'astro:build:generated': ({ dir }) => {
        written = indexPages(fileURLToPath(dir));
        // Where another integration ends the build first, nobody waits for the index.
        written.catch(() => {});
      },
      'astro:build:done': async ({ logger }) => logger.info(`${await written} files read`),
    },
  };
}

/** Gives the number of files read. */
async function indexPages(folder: string): Promise<number> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: `${folder}pagefind` });
  await close();
  const problems = [...added.errors, ...written.errors];
  if (problems.length > 0) throw new Error(`Pagefind: ${problems.join('; ')}`);
  return added.page_count;
}

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';

/** Texts; what else a site has is packed already. */
const TEXT = /\.(?:html|css|js|json|md|mdx|txt|xml|svg)$/;
/** What fits into one packet comes no sooner for being smaller. */
const LEAST_BYTES = 1024;
/** Above 5 each step takes several times longer and saves a hundredth. */
const QUALITY = 5;
/** As many as Node packs at once. */
const AT_ONCE = 4;

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** pack puts `NAME.gz` and `NAME.br` beside each text of a folder that is worth it; how many it packed. */
export async function pack(folder: string): Promise<number> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => TEXT.test(name));
  let count = 0;
  const rest = names.values();
  const worker = async (): Promise<void> => {
    for (const name of rest) {
      const file = join(folder, name);
      const text = await readFile(file);
      if (text.length < LEAST_BYTES) continue;
      await writeFile(`${file}.gz`, await toGzip(text));
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      };
      await writeFile(`${file}.br`, await toBrotli(text, { params }));
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return count;
}

/** packed packs the finished site for servers that send packed files as they are. It stands last. */
export function packed(): AstroIntegration {
  return {
    name: 'packed',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        logger.info(`${await pack(fileURLToPath(dir))} files also as .gz and .br`);
      },
    },
  };
}

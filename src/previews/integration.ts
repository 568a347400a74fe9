import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { drawPreviews } from './draw.ts';

/** previews draws the pictures by which links to chapters are shown elsewhere. */
export function previews(): AstroIntegration {
  return {
    name: 'previews',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const count = await drawPreviews(fileURLToPath(dir));
        logger.info(`${count} pages have a picture for links to them`);
      },
    },
  };
}

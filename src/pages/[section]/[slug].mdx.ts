import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { SECTIONS } from '../../book/places.ts';

/** Each page as it is written, for those who want to quote or mend it. */
export const getStaticPaths = (async () => {
  const pages = await Promise.all(
    SECTIONS.map(async (section) =>
      (await getCollection(section)).map(({ id, filePath = '' }) => ({
        params: { section, slug: id },
        props: { filePath },
      })),
    ),
  );
  return pages.flat();
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) =>
  new Response(await readFile(String(props['filePath']), 'utf8'));

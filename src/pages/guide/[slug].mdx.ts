import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';

/** Each chapter as it is written, for those who want to quote or mend it. */
export const getStaticPaths = (async () => {
  const entries = await getCollection('guide');
  return entries.map(({ id, filePath = '' }) => ({ params: { slug: id }, props: { filePath } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) =>
  new Response(await readFile(String(props['filePath']), 'utf8'));

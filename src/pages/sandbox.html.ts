import type { APIRoute } from 'astro';
import { sandboxPage } from '../snippets/sandbox/page.ts';

/** The page of the frame in which snippets run that import the usual names only. */
export const GET: APIRoute = async () =>
  new Response(await sandboxPage('usual'), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });

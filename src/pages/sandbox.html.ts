import type { APIRoute } from 'astro';
import { sandboxPage } from '../snippets/sandbox/page.ts';

/** The page of the frame in which snippets run. */
export const GET: APIRoute = async () =>
  new Response(await sandboxPage(), { headers: { 'content-type': 'text/html; charset=utf-8' } });

import type { APIRoute } from 'astro';
import { sandboxPage } from '../snippets/sandbox/page.ts';

/** The page of the frame in which all other snippets run: it has every name of the model. */
export const GET: APIRoute = async () =>
  new Response(await sandboxPage('index'), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });

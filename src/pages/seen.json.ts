import seen from 'virtual:seen';
import type { APIRoute } from 'astro';
import { packSeen } from '../figures/show/index.ts';

/** Answers that a kernel was seen to give, for what a snippet draws once a reader has changed it. */
export const GET: APIRoute = () =>
  new Response(packSeen(seen), { headers: { 'content-type': 'application/json' } });

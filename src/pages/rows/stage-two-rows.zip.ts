import type { APIRoute } from 'astro';
import { packedRows } from '../../evidence/package/files.ts';

/** The rows from outside as a package that stands alone. */
export const GET: APIRoute = () =>
  new Response(packedRows(), { headers: { 'content-type': 'application/zip' } });

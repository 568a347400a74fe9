import type { APIRoute } from 'astro';
import { RELEASES } from '../model/index.ts';

/** What the model knows of releases: the workbench brings it where a text names one. */
export const GET: APIRoute = () => Response.json(RELEASES);

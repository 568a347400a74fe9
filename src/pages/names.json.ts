import type { APIRoute } from 'astro';
import * as model from '../model/index.ts';

/** What a snippet can import, for the editor, which then need not load the model. */
export const GET: APIRoute = () => Response.json(Object.keys(model));

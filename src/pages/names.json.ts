import type { APIRoute } from 'astro';
import { editorWords } from '../snippets/knobs/editor-words.ts';

/** What the editor offers. */
export const GET: APIRoute = () => Response.json(editorWords());

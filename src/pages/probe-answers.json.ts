import type { APIRoute } from 'astro';
import { probeAnswers } from '../observations/probe-answers.ts';

/** What the model answers to all that the probe asks; the workbench holds a pasted run against it. */
export const GET: APIRoute = () => Response.json(probeAnswers());

import type { AstroIntegration } from 'astro';
import { finishedPages } from '../finished.ts';
import { inAscii } from './html.ts';

/**
 * ascii writes the finished pages in ASCII. One sign beyond it, such as a quotation mark, and Chromium keeps the
 * whole page in two bytes a sign, and takes four times as long to decode it, before the first paint.
 */
export const ascii = (): AstroIntegration => finishedPages('ascii', inAscii);

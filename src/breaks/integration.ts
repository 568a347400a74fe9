import type { AstroIntegration } from 'astro';
import { finishedPages } from '../finished.ts';
import { withBreaks } from './html.ts';

/** breaks lets long names of the finished pages break; it stands behind what reads their words. */
export const breaks = (): AstroIntegration => finishedPages('breaks', withBreaks);

import { defineFigure } from './define.ts';
import type { Tool } from './live-tools.ts';

/** The script for the tools, which are figures that a reader brings something of their own to. */
const TOOLS: readonly Tool[] = ['host', 'numbers', 'rows', 'triage'];
for (const tool of TOOLS)
  defineFigure(tool, () => import('./live-tools.ts').then((live) => live.bringTool(tool)));

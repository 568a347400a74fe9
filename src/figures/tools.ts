import { defineFigure } from './define.ts';

/*
 * The script for the tools, which are figures that a reader brings something of their own to. Each has a
 * module of its own that names its files, so that no tool waits for the names of another's.
 */
defineFigure('host', () => import('./tools/host.ts').then(({ bring }) => bring()));
defineFigure('numbers', () => import('./tools/numbers.ts').then(({ bring }) => bring()));
defineFigure('rows', () => import('./tools/rows.ts').then(({ bring }) => bring()));
defineFigure('triage', () => import('./tools/triage.ts').then(({ bring }) => bring()));

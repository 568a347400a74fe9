import type { Kernel } from '../model/index.ts';

/** The last kernel without the series, and the first one that has it: by name, whatever else is known. */
export const BEFORE: Kernel = 'v6.16';
export const AFTER: Kernel = 'v6.17';

import { inLog, printedByHost } from '../rules/machine.ts';
import type { Family } from './reason.ts';

/** Ends of a guest's access that are no error of the lookup. */
export const ABORT: Family = {
  'run-external-abort': { excludes: inLog(printedByHost) },
  'run-size': { excludes: inLog(printedByHost) },
};

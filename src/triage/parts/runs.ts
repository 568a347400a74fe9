import { ABORT } from '../reasons/abort.ts';
import type { Family } from '../reasons/reason.ts';
import { RUN } from '../reasons/run.ts';
import { RUN_MEMORY } from '../reasons/run-memory.ts';

/** The rules of the reasons for which KVM_RUN ends: the part for texts about a run, or an error without its call. */
export const RUNS: Family = { ...RUN, ...RUN_MEMORY, ...ABORT };

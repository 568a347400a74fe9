import { CAPABILITY } from '../reasons/capability.ts';
import { ELSEWHERE } from '../reasons/elsewhere.ts';
import type { Family } from '../reasons/reason.ts';

/** The rules of the reasons for which no call on memory fails: the part for texts about any else. */
export const OTHERS: Family = { ...CAPABILITY, ...ELSEWHERE };

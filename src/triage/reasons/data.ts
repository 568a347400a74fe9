import reasons from './reasons.json' with { type: 'json' };
import type { ReasonData } from './words.ts';

/** What is known of all reasons. Tests hold that each has its words, its chapter and a row. */
export const REASONS = reasons as ReasonData;

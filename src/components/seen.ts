import { runs } from './observations/runs.ts';
import { seenIn } from '../observations/seen.ts';

/** Answers of the model that some kernel was seen to give, by their keys. */
export const seen = seenIn(runs);

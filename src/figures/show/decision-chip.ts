import { decisionKey } from '../../observations/key.ts';
import type { Decision } from '../../model/index.ts';
import { keyed, verdictChip } from './chip.ts';
import type { HElement } from './node.ts';

/**
 * The verdict of a decision, with the name by which an observation of it is found. It stands apart from
 * the other chips, since the name takes the words of the model.
 */
export const decisionChip = (
  decision: Decision,
  word = decision.verdict.replace('-', ' '),
): HElement => keyed(verdictChip(decision.verdict, word, decision.errno), decisionKey(decision));

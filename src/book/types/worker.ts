import { answerWith } from '../../worker/answer.ts';
import { findTypes } from './type-check.ts';

// The worker keeps its program, so that the next check reads only what changed.
answerWith(findTypes);

import { byRank } from '../../observations/rank.ts';
import { caseIds } from '../../observations/runs.ts';
import { seenIn } from '../../observations/seen.ts';
import { answerWith } from '../../worker/answer.ts';
import { readObservations } from '../lists/observations.ts';
import type { Answers, Question } from './kept-observed.ts';

answerWith(({ what, content }: Question): Answers[keyof Answers] => {
  const { runs, problems } = readObservations(content);
  return what === 'observed' ? { cases: caseIds(runs), problems } : seenIn(runs.toSorted(byRank));
});

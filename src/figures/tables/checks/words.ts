import { checkInWords, consequence } from '../../../model/index.ts';
import type { Decision, Step } from '../../../model/index.ts';
import { endKey } from '../../../observations/key.ts';
import { keyed, verdictChip } from '../../show/chip.ts';
import { sourceLinks } from '../../show/steps.ts';
import { groupBy } from '../group-by.ts';
import { keep, lines, more, NOTHING, slug } from '../table.ts';
import type { Cell } from '../table.ts';
import type { End } from './order.ts';

/** What a check asks in words, and its sources. */
export function aboutCheck(step: Step): Cell {
  const words = checkInWords(step.check);
  return more(
    words !== null && `${words} `,
    sourceLinks(step.source),
    step.status !== undefined && ` ${step.status}, not evaluated`,
  );
}

/** The answers on which a check ends the question, each with what comes of it. */
export function endsCell(ends: readonly End[]): Cell {
  if (ends.length === 0) return NOTHING;
  const alike = groupBy(ends, ({ answer, decision }) => `${onAnswer(answer)}${decision.verdict}`);
  return lines(alike.map(endWordsOf));
}

/** Ends with one answer and one verdict, with their errors together. */
function endWordsOf(ends: readonly End[]): Cell {
  const [first] = ends;
  if (!first) return NOTHING;
  const { verdict } = first.decision;
  const errors = new Set(ends.flatMap(({ decision }) => decision.errno ?? []));
  const errno = errors.size === 0 ? null : [...errors].join(', ');
  const chip = verdictChip(verdict, verdict.replace('-', ' '), errno);
  const last = first.decision.because.find(({ decides }) => decides);
  return keep(onAnswer(first.answer), last ? keyed(chip, endKey(first.decision, last)) : chip);
}

/** The answer that a check ends on; an answer that is no yes or no always ends. */
const onAnswer = (answer: Step['answer']): string =>
  typeof answer === 'boolean' ? (answer ? 'yes: ' : 'no: ') : '';

/** What follows from each end, as sentences of their own. */
export function followsCell(ends: readonly End[]): Cell {
  if (ends.length === 0) return NOTHING;
  return lines([...new Set(ends.map(({ decision }) => follows(decision)))]);
}

function follows(decision: Decision): string {
  const text = consequence(decision).replace(/^So /, '');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** What a filter calls the ends of a check. */
export const endWords = (ends: readonly End[]): string[] => [
  ...new Set(ends.map(({ decision }) => decision.errno ?? decision.verdict)),
];

/** Longer ids are hard to read in an address. */
const LONGEST_ID = 40;

/** The id of a check: its own words. */
export function checkId({ check }: Step): string {
  const spelled = check.replaceAll('!=', ' ne ').replaceAll('!', ' not ').replaceAll('||', ' or ');
  return slug(spelled).slice(0, LONGEST_ID).replace(/-$/, '');
}

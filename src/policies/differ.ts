import { propertyName, wordFor } from '../model/index.ts';
import type { Host, Policy, PolicyFault, PolicySlot } from '../model/index.ts';
import { readFaultAnswer, readSlotAnswer } from '../model/index.ts';
import { GUEST_WORDS } from '../figures/stage/scene.ts';
import type { Judged } from './judge.ts';
import { QUESTIONS, questionName } from './questions.ts';
import type { Question } from './questions.ts';

/** An input on which two policies differ. */
export interface Difference {
  readonly question: string;
  readonly mine: string;
  readonly other: string;
  /** What follows on that host from either. */
  readonly because: string;
}

const NOT_ASKED = 'not asked';

/** differences gives each question that two policies answer otherwise, with what follows from it. */
export function differences(
  mine: Policy,
  other: Policy,
  judged: { readonly mine: Judged; readonly other: Judged },
): Difference[] {
  return QUESTIONS.flatMap((question): Difference[] => {
    const [a, b] = [answerOf(mine, question), answerOf(other, question)];
    // What is not asked because the memslot was refused is no second difference.
    if (a === b || a === NOT_ASKED || b === NOT_ASKED) return [];
    const { host } = question;
    const because = `Yours: ${follows(judged.mine, host)}. The other: ${follows(judged.other, host)}.`;
    return [{ question: questionName(question), mine: a, other: b, because }];
  });
}

/** An answer in a word. A fault after a refused memslot is never asked. */
function answerOf(policy: Policy, { part, input }: Question): string {
  if (part === 'onMemslot') return readSlotAnswer(policy.onMemslot(input)) ?? 'no answer';
  const { fwb, dic } = input;
  const slot: PolicySlot = { change: 'CREATE', vmas: [input.vma ?? {}], fwb, dic } as PolicySlot;
  if (readSlotAnswer(policy.onMemslot(slot)) !== 'accepted') return NOT_ASKED;
  const read = readFaultAnswer(policy.onFault(input as PolicyFault));
  if (read === null) return 'no answer';
  return read.maintain ? `${read.end}, maintained` : read.end;
}

/** What follows on a host: the shortest way to break something, in its own words. */
function follows({ cases }: Judged, host: Host): string {
  const own = cases.filter((one) => one.host.fwb === host.fwb && one.host.dic === host.dic);
  const broken = own.flatMap(({ breaks, found, guestS1 }) =>
    breaks.map((property) => ({ property, guestS1, trace: found.explored[property].trace ?? [] })),
  );
  const [first] = broken.toSorted((a, b) => a.trace.length - b.trace.length);
  if (first === undefined) return 'nothing breaks';
  const { property, guestS1, trace } = first;
  return `${propertyName(property)} ${wordFor(property, false)} in ${trace.length} steps for a guest that asks for ${GUEST_WORDS[guestS1]}, last “${trace.at(-1)?.label ?? ''}”`;
}

import { QUESTIONS, questionName } from './questions.ts';
import type { Given } from './questions.ts';

/** What asking a reader's program gave: answers, or a sentence for the reader. */
export type Asked = { readonly given: readonly Given[] } | { readonly why: string };

const NO_POLICY =
  'The program defines no policy. Write const policy = { name, onMemslot, onFault }; see one of the named ones.';
const UNREAD = 'The program printed something else in place of its answers. Nothing was judged.';

/**
 * The code that stands after the reader's program, in the same scope: it asks every question twice,
 * the second time backwards, and prints what came back. Of a decision only what is read is kept.
 */
export const ASKER = `{
const $questions = ${JSON.stringify(QUESTIONS.map(({ part, input }) => ({ part, input })))};
const $plain = ($a) => typeof $a !== 'object' || $a === null ? ($a === undefined ? 'undefined' : typeof $a === 'function' ? 'a function' : $a) : {
  question: $a.question, verdict: $a.verdict, errno: $a.errno, map: $a.map, maintain: $a.maintain,
  ...($a.mapping ? { mapping: { memType: $a.mapping.memType } } : {}),
};
const $ask = ({ part, input }) => {
  try { return { answer: $plain(policy[part](JSON.parse(JSON.stringify(input)))) }; }
  catch ($thrown) { return { threw: $thrown instanceof Error ? { name: String($thrown.name).slice(0, 40), message: String($thrown.message).slice(0, 200) } : { name: 'thrown', message: String($thrown).slice(0, 200) } }; }
};
if (typeof policy === 'undefined' || policy === null) console.log('none');
else {
  const $first = $questions.map($ask);
  const $second = $questions.toReversed().map($ask).toReversed();
  console.log(JSON.stringify([$first, $second]));
}
}`;

/** readAsked takes what the asker printed. It never throws, whatever was printed in its place. */
export function readAsked(text: string): Asked {
  if (text === 'none') return { why: NO_POLICY };
  const [first, second] = parsed(text) ?? [];
  if (first === undefined || second === undefined) return { why: UNREAD };
  const changed = QUESTIONS.findIndex((_, i) => inWords(first[i]) !== inWords(second[i]));
  const question = QUESTIONS[changed];
  if (question === undefined) return { given: first };
  return {
    why: `The policy has state: asked twice about ${questionName(question)}, it gave ${inWords(first[changed])} and then ${inWords(second[changed])}. Nothing was judged, because the machine tries every order of events.`,
  };
}

/** What came back, in a word or as data. */
export function inWords(given: Given | undefined): string {
  if (given === undefined) return 'nothing';
  if ('threw' in given) return `an error (${given.threw.name}: ${given.threw.message})`;
  const { answer } = given;
  return typeof answer === 'string' ? answer : JSON.stringify(answer);
}

function parsed(text: string): readonly [Given[], Given[]] | null {
  try {
    const both = JSON.parse(text) as unknown;
    if (!Array.isArray(both) || both.length !== 2 || !both.every(isRound)) return null;
    return both as unknown as [Given[], Given[]];
  } catch {
    return null;
  }
}

const isRound = (round: unknown): boolean =>
  Array.isArray(round) &&
  round.length === QUESTIONS.length &&
  round.every(
    (one: unknown) =>
      typeof one === 'object' &&
      one !== null &&
      ('answer' in one || ('threw' in one && isThrown(one.threw))),
  );

const isThrown = (threw: unknown): boolean =>
  typeof threw === 'object' &&
  threw !== null &&
  typeof (threw as { name?: unknown }).name === 'string' &&
  typeof (threw as { message?: unknown }).message === 'string';

import { KINDS, QUESTIONS, questionName } from './questions.ts';
import type { Given } from './questions.ts';

/** What asking a reader's program gave: answers, or a sentence for the reader. */
export type Asked = { readonly given: readonly Given[] } | { readonly why: string };

const WRITE = 'Write const policy = { name, onMemslot, onFault }; see one of the named ones.';
const NO_POLICY = `The program defines no policy. ${WRITE}`;
const UNREAD = 'The program printed something else in place of its answers. Nothing was judged.';

/** How often each question is asked of a program that runs: a policy that counts, or draws lots, gives itself away. */
const ROUNDS = 16;

/**
 * The code that stands after the reader's program, in the same scope: it asks every question often, each
 * time in the other order, and prints the first answers and those of the first round that differs from
 * them. Of a decision only what is read is kept; what is no data goes by its kind. Whatever is thrown,
 * reading it throws no more.
 */
const asker = (first: 0 | 1): string => `{
const $questions = ${JSON.stringify(QUESTIONS.map(({ part, input }) => ({ part, input })))};
const $isData = ($a) => $a === null || typeof $a === 'string' || typeof $a === 'boolean' || Number.isFinite($a);
const $field = ($a) => $a === undefined || $isData($a) ? $a : null;
const $given = ($a) => $isData($a) ? { answer: $a } : typeof $a !== 'object' ? { kind: typeof $a } : { answer: Array.isArray($a) ? [] : {
  question: $field($a.question), verdict: $field($a.verdict), errno: $field($a.errno), map: $field($a.map), maintain: $field($a.maintain),
  ...($a.mapping ? { mapping: { memType: $field($a.mapping.memType) } } : {}),
} };
const $text = ($read, $most, $else, $torn) => {
  try { const $found = $read(); return typeof $found === 'string' ? $found.slice(0, $most) : $else; }
  catch { return $torn; }
};
const $message = ($thrown, $else) => $text(() => $thrown.message, 200, $else, 'its message cannot be read');
const $isError = ($thrown) => { try { return $thrown instanceof Error; } catch { return false; } };
const $told = ($thrown) =>
  $isError($thrown) ? { name: $text(() => $thrown.name, 40, 'Error', 'Error'), message: $message($thrown, '') }
  : typeof $thrown === 'object' && $thrown !== null ? { name: 'an object', message: $message($thrown, 'it has no message') }
  : { name: $thrown === null || $thrown === undefined ? 'no error' : 'a ' + typeof $thrown, message: String($thrown).slice(0, 200) };
const $ask = ({ part, input }) => {
  try { return $given(policy[part](JSON.parse(JSON.stringify(input)))); }
  catch ($thrown) { return { threw: $told($thrown) }; }
};
const $lack = ['onMemslot', 'onFault'].find(($part) => { try { return typeof policy[$part] !== 'function'; } catch { return false; } });
if (typeof policy === 'undefined' || policy === null) console.log('none');
else if ($lack !== undefined) console.log('no ' + $lack);
else {
  const $round = ($i) => $i % 2 ? $questions.toReversed().map($ask).toReversed() : $questions.map($ask);
  const $rounds = Array.from({ length: ${ROUNDS} }, (_, $i) => JSON.stringify($round($i + ${first})));
  console.log('[' + $rounds[0] + ',' + ($rounds.find(($one) => $one !== $rounds[0]) ?? $rounds[1]) + ']');
}
}`;

/**
 * A program is run twice, and asked forwards the first time, backwards the second: what is kept from the
 * memslot to the fault, or from a fault to the memslot, is not there yet in one of the two.
 */
export const ASKERS: readonly [string, string] = [asker(0), asker(1)];

/** readAsked takes what the asker printed. It never throws, whatever was printed in its place. */
export function readAsked(text: string): Asked {
  if (text === 'none') return { why: NO_POLICY };
  const [, lacks] = /^no (onMemslot|onFault)$/.exec(text) ?? [];
  if (lacks !== undefined) return { why: `The policy has no function ${lacks}. ${WRITE}` };
  const [first, second] = parsed(text) ?? [];
  if (first === undefined || second === undefined) return { why: UNREAD };
  return agreed({ given: first }, { given: second });
}

/** What two askings of a policy gave: the answers, if they are the same. */
export function agreed(one: Asked, other: Asked): Asked {
  if ('why' in one) return one;
  if ('why' in other) return other;
  const changed = QUESTIONS.findIndex((_, i) => inWords(one.given[i]) !== inWords(other.given[i]));
  const question = QUESTIONS[changed];
  if (question === undefined) return one;
  return {
    why: `The policy has state: asked twice about ${questionName(question)}, it gave ${inWords(one.given[changed])} and then ${inWords(other.given[changed])}. Nothing was judged, because the machine tries every order of events.`,
  };
}

/** What came back, in a word or as data. */
export function inWords(given: Given | undefined): string {
  if (given === undefined) return 'nothing';
  if ('threw' in given) return `an error (${given.threw.name}: ${given.threw.message})`;
  if ('kind' in given) return given.kind;
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
      ('answer' in one ||
        ('kind' in one && Object.hasOwn(KINDS, String(one.kind))) ||
        ('threw' in one && isThrown(one.threw))),
  );

const isThrown = (threw: unknown): boolean =>
  typeof threw === 'object' &&
  threw !== null &&
  typeof (threw as { name?: unknown }).name === 'string' &&
  typeof (threw as { message?: unknown }).message === 'string';

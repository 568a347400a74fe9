import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { marksOf } from '../../../src/figures/triage/answering.ts';
import { LINK, type Input, type Refused } from '../../../src/figures/triage/link-form.ts';
import { inputIn, readLink } from '../../../src/figures/triage/read-link.ts';
import { changedParts } from '../../../src/figures/triage/view.ts';
import { toHtmlString } from '../../../src/figures/show/node.ts';
import { Memory } from '../../../src/triage/read/memory.ts';
import { triage } from '../../../src/triage/index.ts';
import { ROWS } from '../../triage/support/cases.ts';
import { fuzzed, numbersFrom } from '../../triage/support/fuzz.ts';
import { OLD_LINKS } from './links.ts';

/* Links as a page opens them: unpacked, checked, judged, and drawn as text. */

const LINKS = 100_000;
/** They come in parts, so that none is long on a busy machine. */
const PARTS = 20;
const OF_PART = LINKS / PARTS;
/** One link of so many goes through the stream that unpacks it; of the others, what is packed is read. */
const STREAMED = 10;

/** What somebody puts into a link who wants the page to break, or to run it. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' autofocus onfocus='alert(1)",
  'javascript:alert(1)',
  '\u202e\u2066\u0000\u001b]0;x\u0007',
  '{{constructor.constructor("alert(1)")()}}',
  '</textarea><iframe src=//x>',
  '\ud800',
  '__proto__',
];
const KEYS = ['call', 'errno', 'kernel', 'mte', 'esr', 'vmFlags', '__proto__', 'constructor', 'x'];

/** A tag that the page itself writes: a name and attributes whose values are quoted. */
const TAG = /<\/?[a-z][a-z0-9]*(?: [a-z][\w:-]*(?:="[^"<]*")?)*\s?\/?>/g;
const HANDLER = /<[^>]* on\w+=/i;
const SCRIPT = /<(?:script|img|svg|iframe|textarea)\b|href="(?!\/|#|https:\/\/)/i;

/** What is wrong with what an opened link shows; null where all of it is text. */
function unsound(html: string): string | null {
  if (SCRIPT.test(html) || HANDLER.test(html)) return `runs: ${html.slice(0, 400)}`;
  const rest = html.replace(TAG, '');
  return rest.includes('<') ? `markup: ${rest.slice(0, 400)}` : null;
}

const packed = (json: string): string =>
  `${LINK}1.${deflateRawSync(json, { level: 1 }).toString('base64url')}`;

/** What links hold: texts and choices with what must not run in them, and what is no input. */
function held(next: (below: number) => number, seeds: readonly string[]): string {
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const text = fuzzed(seeds, next).slice(0, 200);
  const at = next(text.length + 1);
  const input = {
    text: next(2) === 0 ? text : text.slice(0, at) + pick(HOSTILE) + text.slice(at),
    asked: next(3) === 0 ? { [pick(KEYS)]: pick([...HOSTILE, 'EFAULT', 'KVM_RUN', '1']) } : {},
  };
  const json = JSON.stringify(next(20) === 0 ? pick([null, [], text, { text: 1 }]) : input);
  return next(10) === 0 ? json.slice(0, next(json.length)) : json;
}

/** A link that is whole, torn, or changed by a letter. */
function spoilt(whole: string, next: (below: number) => number): string {
  const cut = LINK.length + next(whole.length - LINK.length);
  const kinds = [
    whole,
    whole.slice(0, cut),
    whole.slice(0, cut) + String.fromCharCode(45 + next(78)) + whole.slice(cut + 1),
  ];
  return kinds[next(3)] ?? whole;
}

it.each(Array.from({ length: PARTS }, (_, part) => part))(
  'links of part %i open as text, or are told why not',
  async (part) => {
    const memory = new Memory();
    const drawn = new Map<string, string>();
    const wrong: string[] = [];
    const count = { opened: 0, refused: 0 };
    const next = numbersFrom(20261201 + part);
    const seeds = ROWS.map(({ input }) => input);
    for (let n = 0; n < OF_PART; n++) {
      const json = held(next, seeds);
      const old = OLD_LINKS[next(OLD_LINKS.length)]?.fragment ?? '';
      const found: Input | Refused =
        n % STREAMED === 0
          ? await readLink(spoilt(next(8) === 0 ? old : packed(json), next))
          : (inputIn(json) ?? { why: 'This link is torn.' });
      if ('why' in found) {
        count.refused++;
        if (!/^(?:This link|The text in this link) .*\.$/.test(found.why)) wrong.push(found.why);
        continue;
      }
      count.opened++;
      const answer = triage(found.text, found.asked, memory);
      const html = Object.values(changedParts(answer, {}, drawn))
        .flat()
        .map(toHtmlString)
        .join('');
      const problem = unsound(html);
      if (problem !== null) wrong.push(`${problem}, of ${json.slice(0, 200)}`);
      const lines = found.text.split(/\r*\n|\r/);
      for (const { line, from, to } of marksOf(answer))
        if (from > to || to > (lines[line - 1]?.length ?? -1))
          wrong.push(`a mark beyond line ${line}`);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(count.opened).toBeGreaterThan(OF_PART / 2);
    expect(count.refused).toBeGreaterThan(OF_PART / 10);
  },
);

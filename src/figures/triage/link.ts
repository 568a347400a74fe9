import { pack, unpack, type Fault, type Most } from '../../link/packed.ts';
import { FORM, TORN, whyUnread } from '../../link/unread.ts';

/*
 * A text and the choices beside it as the fragment of an address: `#triage=1.packed`. The number says how
 * the rest is read; links of number 1 are out there, so what reads them stays.
 */

/** How a fragment begins that holds a text to triage. */
export const LINK = '#triage=';
/** Mail and chat cut longer addresses. */
const LONGEST = 6000;
const MOST: Most = { chars: LONGEST, bytes: 128 * 1024 };
const MOST_CHOICES = 60;

/** What a reader put in. */
export interface Input {
  readonly text: string;
  readonly asked: Readonly<Record<string, string>>;
}

const TOO_LONG =
  'The text is too long for a link. Keep the lines around the error, or copy it as JSON or for a mail.';
const OLD_BROWSER = 'This browser is too old for links to a text. Copy it as JSON or for a mail.';
const WHY: Readonly<Record<Fault, string>> = {
  'old-browser': OLD_BROWSER,
  torn: TORN,
  large: 'The text in this link is larger than 128 KB. It was not opened.',
};

/** Why a link cannot be written or read, in a sentence for the reader. */
export interface Refused {
  readonly why: string;
}

/** writeLink gives the fragment that holds a text and its choices; an empty one where there is neither. */
export async function writeLink({ text, asked }: Input): Promise<string | Refused> {
  if (text === '' && Object.keys(asked).length === 0) return '';
  const packed = await pack(JSON.stringify({ text, asked }), MOST);
  if (typeof packed !== 'string')
    return { why: packed.fault === 'old-browser' ? OLD_BROWSER : TOO_LONG };
  const fragment = `${LINK}${FORM}.${packed}`;
  return fragment.length > LONGEST ? { why: TOO_LONG } : fragment;
}

/** readLink gives what a fragment that begins with `LINK` holds. It never throws, and never unpacks much. */
export async function readLink(fragment: string): Promise<Input | Refused> {
  const why = whyUnread(fragment, LONGEST);
  if (why !== null) return { why };
  const found = await unpack(fragment.slice(LINK.length + FORM.length + 1), MOST);
  return 'text' in found ? (inputIn(found.text) ?? { why: TORN }) : { why: WHY[found.fault] };
}

/** The input that an unpacked text says in JSON; null where it says something else. It never throws. */
export function inputIn(json: string): Input | null {
  try {
    const { text, asked } = JSON.parse(json) as Record<string, unknown>;
    if (typeof text !== 'string' || typeof asked !== 'object' || asked === null) return null;
    const entries = Object.entries(asked);
    const texts = entries.filter((one): one is [string, string] => typeof one[1] === 'string');
    if (texts.length !== entries.length || entries.length > MOST_CHOICES) return null;
    return { text, asked: Object.fromEntries(texts) };
  } catch {
    return null;
  }
}

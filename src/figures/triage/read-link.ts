import { unpack, type Fault } from '../../link/packed.ts';
import { FORM, TORN, whyUnread } from '../../link/unread.ts';
import { LARGEST, LINK, LONGEST, type Input, type Refused } from './link-form.ts';

/* By itself, because few come by a link. */

const MOST_CHOICES = 60;

const WHY: Readonly<Record<Fault, string>> = {
  'old-browser': 'This browser is too old for links to a text. Ask for the text itself.',
  torn: TORN,
  large: 'The text in this link is larger than 128 KB. It was not opened.',
};

/** readLink gives what a fragment that begins with `LINK` holds. It never throws, and never unpacks much. */
export async function readLink(fragment: string): Promise<Input | Refused> {
  const why = whyUnread(fragment, LONGEST);
  if (why !== null) return { why };
  const most = { chars: LONGEST, bytes: LARGEST };
  const found = await unpack(fragment.slice(LINK.length + FORM.length + 1), most);
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

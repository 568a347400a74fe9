import { pack } from '../../link/packed.ts';
import { FORM } from '../../link/unread.ts';
import { LARGEST, LINK, LONGEST, type Input, type Refused } from './link-form.ts';

const TOO_LONG =
  'The text is too long for a link. Keep the lines around the error, or copy it as JSON or for a mail.';
const OLD_BROWSER = 'This browser is too old for links to a text. Copy it as JSON or for a mail.';

/** writeLink gives the fragment that holds a text and its choices; an empty one where there is neither. */
export async function writeLink({ text, asked }: Input): Promise<string | Refused> {
  if (text === '' && Object.keys(asked).length === 0) return '';
  const packed = await pack(JSON.stringify({ text, asked }), { chars: LONGEST, bytes: LARGEST });
  if (typeof packed !== 'string')
    return { why: packed.fault === 'old-browser' ? OLD_BROWSER : TOO_LONG };
  const fragment = `${LINK}${FORM}.${packed}`;
  return fragment.length > LONGEST ? { why: TOO_LONG } : fragment;
}

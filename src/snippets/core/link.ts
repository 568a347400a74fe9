import { MAX_LINK, MAX_LINKED } from './limits.ts';

/*
 * A reader's version of a snippet as the fragment of an address: `#snippet=1.id.text`, the text packed by
 * raw DEFLATE and written in base64url. Nothing of it leaves the browser. The number says how the rest is
 * read; links of number 1 are out there, so what reads them stays.
 */

/** How a fragment begins that holds a version of a snippet. */
export const LINK = '#snippet=';
const FORM = '1';

/** A version of a snippet that came by a link. */
export interface Linked {
  readonly id: string;
  readonly code: string;
}

/** Why a link cannot be written or read, in a sentence for the reader; `id` is the snippet, where that much is known. */
export interface Refused {
  readonly id: string | null;
  readonly why: string;
}

const OLD_BROWSER =
  'This browser is too old for links to a version. Copy gives the text, and it can be pasted after Edit.';

/** writeLink gives the fragment that holds a version of a snippet. */
export async function writeLink({ id, code }: Linked): Promise<string | Refused> {
  if (!('CompressionStream' in globalThis)) return { id, why: OLD_BROWSER };
  const text = new TextEncoder().encode(code);
  const packed = await readAll(through(text, new CompressionStream('deflate-raw')), MAX_LINK);
  const fragment = packed && `${LINK}${FORM}.${id}.${toBase64Url(packed)}`;
  if (fragment === null || fragment.length > MAX_LINK || text.length > MAX_LINKED)
    return { id, why: 'This version is too long for a link. Copy gives its text.' };
  return fragment;
}

/** readLink gives what a fragment that begins with `LINK` holds. It never throws, and never unpacks much. */
export async function readLink(fragment: string): Promise<Linked | Refused> {
  const [form, name, packed, ...more] = fragment.slice(LINK.length).split('.');
  const id = name === undefined || name === '' ? null : name;
  const refused = (why: string): Refused => ({ id, why });
  if (form !== FORM)
    return refused(
      'This link is of another version of the site, which writes them otherwise: it cannot be read here.',
    );
  if (fragment.length > MAX_LINK)
    return refused('This link is longer than any that this site writes. It was not opened.');
  if (!('DecompressionStream' in globalThis)) return refused(OLD_BROWSER);
  const bytes = more.length === 0 ? fromBase64Url(packed ?? '') : null;
  if (id === null || bytes === null) return refused(TORN);
  try {
    const text = await readAll(through(bytes, new DecompressionStream('deflate-raw')), MAX_LINKED);
    if (text === null)
      return refused('The version in this link is larger than 32 KB. It was not opened.');
    return { id, code: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text) };
  } catch {
    return refused(TORN);
  }
}

const TORN = 'This link is torn: a part of it is missing or changed. It was not opened.';

const through = (
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> => new Blob([bytes]).stream().pipeThrough(stream);

/** All bytes of a stream; null, and nothing more is read, where there are more than `most`. */
async function readAll(
  stream: ReadableStream<Uint8Array>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = stream.getReader();
  const all = new Uint8Array(most);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return all.slice(0, length);
    if (length + value.length > most) {
      void reader.cancel().catch(() => {});
      return null;
    }
    all.set(value, length);
    length += value.length;
  }
}

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The bytes of base64url without padding; null: it is something else. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (text === '' || !/^[\w-]+$/.test(text) || text.length % 4 === 1) return null;
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
}

/*
 * Text in an address: packed by raw DEFLATE and written in base64url. Links that hold such texts are out
 * there, so what unpacks them stays.
 */

/** How much a link may hold: characters of its fragment, and bytes once unpacked. */
export interface Most {
  readonly chars: number;
  readonly bytes: number;
}

/** Why a text could not be unpacked; each link says it in its own words. */
export type Fault = 'old-browser' | 'torn' | 'large';

/** pack gives a text as part of an address, or why there is none. */
export async function pack(text: string, most: Most): Promise<string | { fault: Fault }> {
  if (!('CompressionStream' in globalThis)) return { fault: 'old-browser' };
  const bytes = new TextEncoder().encode(text);
  const packed = await readAll(through(bytes, new CompressionStream('deflate-raw')), most.chars);
  if (packed === null || bytes.length > most.bytes) return { fault: 'large' };
  const written = toBase64Url(packed);
  return written.length > most.chars ? { fault: 'large' } : written;
}

/** unpack gives the text that `pack` was given. It never throws, and never unpacks much. */
export async function unpack(
  packed: string,
  most: Most,
): Promise<{ text: string } | { fault: Fault }> {
  if (!('DecompressionStream' in globalThis)) return { fault: 'old-browser' };
  const bytes = fromBase64Url(packed);
  if (bytes === null) return { fault: 'torn' };
  try {
    const text = await readAll(through(bytes, new DecompressionStream('deflate-raw')), most.bytes);
    if (text === null) return { fault: 'large' };
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text) };
  } catch {
    return { fault: 'torn' };
  }
}

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

import { describe, expect, test, vi } from 'vitest';
import { MAX_LINK, MAX_LINKED } from '../../src/snippets/core/limits.ts';
import { LINK, readLink, writeLink } from '../../src/snippets/core/link.ts';
import { BOMB, OLD_LINKS } from './support/old-links.ts';

/** Bytes without an order, always the same: they cannot be packed. */
function noise(length: number): string {
  let state = 1;
  let text = '';
  while (text.length < length) {
    state = (state * 48_271) % 2_147_483_647;
    text += state.toString(36);
  }
  return text.slice(0, length);
}
const said = async (fragment: string): Promise<string> => {
  const read = await readLink(fragment);
  return 'why' in read ? read.why : 'opened';
};

describe('a link', () => {
  test.each([
    ['a line', "console.log('mine');"],
    ['nothing', ''],
    ['all kinds of letters', 'a\0\u0301\u202E\u{1F9EA}\r\n\tü – “”'],
    ['a mark at its begin', '\uFEFFlet a;'],
    ['as many bytes as may be', 'x\n'.repeat(MAX_LINKED / 2)],
  ])('brings back %s', async (_, code) => {
    const fragment = await writeLink({ id: 'six-steps', code });
    expect(fragment).toMatch(/^#snippet=1\.six-steps\.[\w-]+$/);
    expect(await readLink(String(fragment))).toEqual({ id: 'six-steps', code });
  });

  test.each(OLD_LINKS)('that is old stays open: packed as $packed', async ({ fragment, code }) => {
    expect(await readLink(fragment)).toEqual({ id: 'hello', code });
  });

  test('is not written longer than it may be, and says so', async () => {
    const why = 'This version is too long for a link. Copy gives its text.';
    for (const code of [noise(8000), 'x'.repeat(MAX_LINKED + 1)])
      expect(await writeLink({ id: 'a', code })).toEqual({ id: 'a', why });
    const most = String(await writeLink({ id: 'a', code: noise(4000) }));
    expect(most.length).toBeLessThanOrEqual(MAX_LINK);
  });
});

describe('a link that cannot be opened says why, in a sentence', () => {
  const good = OLD_LINKS[2]?.fragment ?? '';

  test('torn anywhere, it is never taken for whole', async () => {
    for (let length = LINK.length + 2; length < good.length; length++)
      expect(await said(good.slice(0, length))).toMatch(/^This link is torn/);
  });

  test('changed, it is torn or another text, and nothing breaks', async () => {
    for (const other of ['!', '%', '=', '.', '\u{1F9EA}', ' '])
      expect(await said(good.slice(0, 30) + other + good.slice(31))).toMatch(/^This link is torn/);
    for (let at = LINK.length + 8; at < good.length; at++) {
      const changed = good.slice(0, at) + (good[at] === 'A' ? 'B' : 'A') + good.slice(at + 1);
      expect(await said(changed)).toMatch(
        /^(opened|This link is torn|The version in this link is)/,
      );
    }
  });

  test('of no text in UTF-8, it is torn', async () => {
    // A stored block of one byte, 0xff.
    const bytes = Uint8Array.of(1, 1, 0, 0xfe, 0xff, 0xff);
    const packed = Buffer.from(bytes).toString('base64url');
    expect(await said(`${LINK}1.hello.${packed}`)).toMatch(/^This link is torn/);
  });

  test.each([
    ['of another form', `${LINK}2.hello.S87P`, /^This link is of another version of this site/],
    ['of no form', `${LINK}hello`, /^This link is torn/],
    ['of nothing', LINK, /^This link is torn/],
    ['without a snippet', `${LINK}1..S87P`, /^This link is torn/],
    ['without a text', `${LINK}1.hello.`, /^This link is torn/],
    ['with too many parts', `${good}.x`, /^This link is torn/],
    ['too long', `${LINK}1.hello.${'A'.repeat(MAX_LINK)}`, /^This link is longer than any/],
    ['of millions of letters', LINK + '.1'.repeat(1e6), /^This link is torn/],
    ['a bomb', BOMB, /^The version in this link is larger than 32 KB/],
  ])('%s', async (_, fragment, why) => expect(await said(fragment)).toMatch(why));

  test('in a browser that cannot unpack, it says so', async () => {
    vi.stubGlobal('DecompressionStream', undefined);
    vi.stubGlobal('CompressionStream', undefined);
    delete (globalThis as { DecompressionStream?: unknown }).DecompressionStream;
    delete (globalThis as { CompressionStream?: unknown }).CompressionStream;
    expect(await said(good)).toMatch(/^This browser is too old/);
    expect(await writeLink({ id: 'a', code: '' })).toMatchObject({
      why: expect.stringMatching(/^This browser is too old/) as string,
    });
    vi.unstubAllGlobals();
  });
});

test('a bomb is not unpacked past what a version may have', async () => {
  let read = 0;
  const real = globalThis.DecompressionStream;
  vi.stubGlobal(
    'DecompressionStream',
    class {
      readable: ReadableStream;
      writable: WritableStream;
      constructor(format: CompressionFormat) {
        const inner = new real(format);
        this.writable = inner.writable;
        this.readable = inner.readable.pipeThrough(
          new TransformStream<Uint8Array, Uint8Array>({
            transform(chunk, to) {
              read += chunk.length;
              to.enqueue(chunk);
            },
          }),
        );
      }
    },
  );
  expect(await said(BOMB)).toMatch(/larger than 32 KB/);
  vi.unstubAllGlobals();
  expect(read).toBeGreaterThan(MAX_LINKED);
  expect(read).toBeLessThan(1024 * 1024);
});

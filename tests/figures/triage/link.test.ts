import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LINK } from '../../../src/figures/triage/link-form.ts';
import { writeLink } from '../../../src/figures/triage/link.ts';
import { readLink } from '../../../src/figures/triage/read-link.ts';
import { numbersFrom } from '../../triage/support/fuzz.ts';
import { BAD_LINKS, OLD_LINKS } from './links.ts';

const written = async (text: string, asked: Record<string, string> = {}): Promise<string> => {
  const fragment = await writeLink({ text, asked });
  if (typeof fragment !== 'string') throw new Error(fragment.why);
  return fragment;
};

describe('a link to a text', () => {
  it.each(OLD_LINKS)('of old, packed as $packed, opens', async ({ fragment, input }) => {
    expect(await readLink(fragment)).toEqual(input);
  });

  it.each([
    ['', {}],
    ['ioctl(13, KVM_RUN, 0) = -1 EFAULT\n\tat 0x40', { kernel: '7.3.4', mte: '0' }],
    ['\u202e\u0000\u001b[31m‮🧪\ud800', { call: '<b>' }],
  ])('brings %j back', async (text, asked) => {
    const fragment = await written(text, asked);
    const back = text === '' ? { text: '', asked: {} } : await readLink(fragment);
    expect(back).toEqual({ text, asked });
  });

  it('holds a log of some hundred lines, and says where it cannot', async () => {
    const line = (i: number) => `[  ${i}.406110] kvm [4242]: Unsupported FSC: EC=0x24 xFSC=0x21\n`;
    const log = Array.from({ length: 300 }, (_, i) => line(i)).join('');
    expect((await written(log)).length).toBeLessThan(6000);
    const next = numbersFrom(7);
    const noise = Array.from({ length: 9000 }, () => String.fromCharCode(33 + next(90))).join('');
    expect(await writeLink({ text: noise, asked: {} })).toEqual({
      why: expect.stringMatching(/^The text is too long for a link/) as string,
    });
    expect(await writeLink({ text: 'a'.repeat(10_000_000), asked: {} })).toHaveProperty('why');
  });
});

describe('a link that is bad', () => {
  it.each(BAD_LINKS)('because it is %s gets a sentence', async (_what, fragment) => {
    expect(await readLink(fragment)).toEqual({
      why: expect.stringMatching(/^(?:This link|The text in this link) .*\.$/) as string,
    });
  });

  it('is never thrown at, whatever was cut, doubled or changed in it', async () => {
    const next = numbersFrom(20261201);
    const seeds = await Promise.all(OLD_LINKS.map(({ fragment }) => fragment));
    for (let n = 0; n < 3000; n++) {
      const seed = seeds[next(seeds.length)] ?? '';
      const at = LINK.length + next(seed.length - LINK.length);
      const sign = String.fromCharCode(next(4) === 0 ? next(0x300) : 45 + next(78));
      const kinds = [
        seed.slice(0, at),
        seed.slice(0, at) + sign + seed.slice(at + 1),
        seed.slice(0, at) + seed.slice(at - 5),
      ];
      const found = await readLink(kinds[next(3)] ?? '');
      expect('why' in found ? found.why.endsWith('.') : typeof found.text === 'string').toBe(true);
    }
  });
});

describe('links of chapters', () => {
  const guide = new URL('../../../content/guide/', import.meta.url);
  const links = readdirSync(guide).flatMap((name) =>
    [
      ...readFileSync(new URL(name, guide), 'utf8').matchAll(/\/workbench\/(#triage=[^)"\s]*)/g),
    ].map(([, link = '']) => [name, link] as const),
  );

  // The error that a chapter is about is filled in.
  it.each([
    ['i-got-einval.mdx', 'EINVAL', 'KVM_SET_USER_MEMORY_REGION'],
    ['i-got-efault.mdx', 'EFAULT', 'KVM_RUN'],
  ])('%s opens with %s of %s', async (chapter, errno, call) => {
    const [, link = ''] = links.find(([name]) => name === chapter) ?? [];
    expect(await readLink(link)).toEqual({ text: '', asked: { call, errno } });
  });

  it('all open', async () => {
    expect(links.length).toBeGreaterThan(1);
    for (const [, link] of links) expect(await readLink(link)).toHaveProperty('asked');
  });
});

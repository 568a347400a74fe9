import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../src/figures/triage/answering.ts';
import { EXAMPLES } from '../../../src/figures/triage/examples.ts';
import { cutTo, LONGEST_TEXT } from '../../../src/figures/triage/intake.ts';
import { triageStatic } from '../../../src/figures/triage/static.ts';
import { parts, summary } from '../../../src/figures/triage/view.ts';
import { toHtmlString } from '../../../src/figures/show/node.ts';
import { LONGEST_TEXT as READ } from '../../../src/triage/limits.ts';
import { triage } from '../../../src/triage/index.ts';

const html = (text: string, asked: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parts(triage(text, asked), {})).map(([name, nodes]) => [
      name,
      nodes.map(toHtmlString).join(''),
    ]),
  );
const plain = (markup = ''): string => markup.replace(/<[^>]*>/g, '').replaceAll('&#39;', "'");

describe('what an answer shows', () => {
  it('strikes out with a word, a line and a way to it', () => {
    const { excluded = '' } = html('vcpu 0: KVM_RUN: Bad address\nVmFlags: rd wr pf', { mte: '0' });
    expect(excluded).toMatch(/<b>Excluded<\/b> because .*<s>.*MTE/);
    expect(excluded).toMatch(/<a href="#triage-text" data-line="2">line 2<\/a>/);
  });

  it('gives several reasons each its look and its remedy, and one the next step alone', () => {
    const several = html('vcpu 0: KVM_RUN: Bad address');
    expect(several['left']?.match(/<dt>Look<\/dt>/g)?.length).toBeGreaterThan(5);
    const one = html('IOMMU_IOAS_MAP failed: Bad address');
    expect(one['left']).not.toContain('<dt>Look</dt>');
    expect(one['next']).toContain('Ignore the warning');
  });

  it('sets several candidates side by side, and says which counts', () => {
    const { facts = '' } = html('uname -r\n6.12.85\nuname -r\n7.3.4\nKVM_RUN: Bad address');
    expect(plain(facts)).toMatch(/kernel6\.12\.85 line 27\.3\.4 line 4 counts/);
  });

  it('says what says nothing', () => {
    const { ignored = '' } = html('KVM_RUN: Bad address\nusb 1-1: new device\n<b>hello</b>');
    expect(plain(ignored)).toContain('2 lines say nothing here');
    expect(ignored).toContain('<li value="2">');
    expect(ignored).toContain('&lt;b&gt;hello');
  });

  it('sums up in one sentence', () => {
    expect(summary(triage('KVM_RUN: Bad address', { mte: '0' }))).toMatch(
      /^7 reasons left, \d+ excluded; 1 line understood, 0 not\.$/,
    );
    expect(summary(triage('hello'))).toBe('No reason yet; 0 lines understood, 1 not.');
  });

  it('never is markup of the text', () => {
    const attack = `<img src=x onerror=alert(1)> KVM_RUN: Bad address <script>alert(1)</script>
VmFlags: <b onclick=x> pf "><svg onload=alert(1)>`;
    const all = Object.values(html(attack, { kernel: '<b>', device: '<img src=x>' })).join('');
    expect(all).not.toMatch(/<(?:img|script|svg)|<[^>]+ on\w+=/i);
    expect(all).toContain('&lt;');
  });
});

describe('a mark', () => {
  const words = (text: string): string[] =>
    marksOf(triage(text)).map(({ line, from, to }) =>
      (text.split('\n')[line - 1] ?? '').slice(from, to),
    );
  it.each([
    ['vcpu 0: KVM_RUN: Bad address', ['KVM_RUN', 'Bad address']],
    ['ioctl(13, KVM_RUN, 0) = -14', ['KVM_RUN', '-14']],
    ['ESR_EL2 = 0x0000_0000_9200_0047', ['0x0000_0000_9200_0047']],
    ['> VmFlags: rd wr pf', ['VmFlags: rd wr pf']],
    ['7.3.4', []],
    ['\u001b[31mUnsupported FSC: EC=0x24 xFSC=0x21\u001b[0m', ['Unsupported FSC', '0x24', '0x21']],
    ['CPU features: detected: Stage-2 Force Write-Back', ['Stage-2 Force Write-Back']],
  ])('in %j stands on the words themselves', (text, expected) => {
    expect(words(text)).toEqual(expect.arrayContaining(expected));
  });
});

describe('before anything was pasted', () => {
  const page = triageStatic().map(toHtmlString).join('');
  it('every error stands there with its reasons and their chapters', () => {
    const run =
      /<summary>KVM_<wbr>RUN · <b>EFAULT<\/b><small>, 8 reasons<\/small><\/summary>(.*?)<\/details>/.exec(
        page,
      )?.[1];
    expect(run?.match(/href="\/guide\/[a-z-]+\/(?:#[\w-]+)?"/g)).toHaveLength(8);
    expect(page.match(/<details class="tri-leaves">/g)?.length).toBeGreaterThan(20);
  });
  it('each key has a control', () => {
    for (const key of ['call', 'errno', 'kernel', 'fscLine', 'slot.guestPhysAddr'])
      expect(page).toContain(`data-ask="${key}"`);
  });
  it.each(EXAMPLES)('the example “$name” leaves something', ({ text }) => {
    expect(triage(text).reasons.some(({ state }) => state === 'left')).toBe(true);
  });
});

describe('a long text', () => {
  it('is cut where triage would stop to read, with a sentence', () => {
    expect(LONGEST_TEXT).toBe(READ);
    expect(cutTo('a'.repeat(10_000_000), LONGEST_TEXT)).toEqual({
      text: 'a'.repeat(1_000_000),
      why: 'The text has 10,000,000 characters; the first 1,000,000 stand here. Keep the part around the error.',
    });
    expect(cutTo('abc', 3)).toEqual({ text: 'abc', why: '' });
  });
});

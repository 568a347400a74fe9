import { describe as group, expect, it } from 'vitest';
import { toHtmlString } from '../../src/figures/show/node.ts';
import { renderShow } from '../../src/figures/show/render-show.ts';
import {
  combineStages,
  decodeMairAttr,
  describe,
  handleFault,
  prepareMemoryRegion,
} from '../../src/model/index.ts';
import type { ShowTree } from '../../src/model/index.ts';

const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;
const host = { fwb: false, dic: false };
const html = (value: unknown): string => toHtmlString(renderShow(describe(value)));
/** What is left when the markup is taken away, as a reader sees it. */
const text = (value: unknown): string =>
  html(value)
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>');

group('renderShow', () => {
  it('shows the verdict of a memslot with errno, every step, and the one that decided', () => {
    const slot = prepareMemoryRegion('v6.17', { vmas: [vma], ...host });
    expect(text(slot)).toContain('refused at the memslot EINVAL');
    for (const step of slot.because) expect(text(slot)).toContain(step.check);
    expect(html(slot).match(/class="show-decides"/g)).toHaveLength(1);
    expect(html(slot)).toMatch(
      /show-decides"><a href="\/evidence\/#[\w-]+"><code>kvm_<wbr>supports_<wbr>cacheable_<wbr>pfnmap\(\)/,
    );
    expect(html(slot)).toContain('<a href="/sources/#V10-5">V10-5</a>');
  });

  it('shows the memory type of a mapping with the class of its chip', () => {
    const fault = handleFault('v6.16', { vma, ...host, access: 'read' });
    expect(html(fault)).toContain('<span class="mem mem-dev">Device-nGnRE</span>');
    expect(html(fault)).toContain('<span class="verdict verdict-mapped">mapped</span>');
  });

  it('shows bad input as a verdict with what is expected', () => {
    const bad = handleFault('v6.16', { vma, ...host, access: 'jump' as 'read' });
    expect(text(bad)).toContain('bad input');
    expect(text(bad)).toContain('jump');
    expect(html(bad)).not.toContain('<details');
  });

  it('shows attributes with facts and the rule behind them', () => {
    expect(text(decodeMairAttr(0xbb))).toContain('Write-Through, Read- and Write-Allocate');
    const both = combineStages({ s1: { attr: 0x44 }, s2: { memAttr: 0b0110 }, fwb: true });
    expect(html(both)).toContain('<span class="mem mem-wb">WB</span>');
    expect(text(both)).toContain('also permittedWB RWA OSH');
  });

  it('says how many alternatives it leaves out', () => {
    const reserved = describe(combineStages({ s1: { attr: 0x02 }, s2: { memAttr: 6 }, fwb: true }));
    const all = reserved.kind === 'attributes' ? reserved.alternatives.length : 0;
    expect(all).toBeGreaterThan(6);
    expect(toHtmlString(renderShow(reserved))).toContain(`and ${all - 6} more`);
  });

  it('shows any other value as text', () => {
    expect(html('<b>')).toContain('&lt;b&gt;');
    for (const odd of [null, undefined, NaN, () => 1, Symbol('x'), { a: 1 }, [1, 2]]) {
      expect(html(odd)).toMatch(/^<pre class="show">/);
    }
  });

  it('links a source by its id only, and throws for none', () => {
    const slot = prepareMemoryRegion('v6.17', { vmas: [vma], ...host });
    const from = (source: string): string =>
      html({ ...slot, because: slot.because.map((step) => ({ ...step, source: [source] })) });
    expect(from('V10-5')).toContain('href="/sources/#V10-5"');
    for (const odd of ['\ud800', 'seen on Linux 7.3.4', '../x', 'V10-5"', '']) {
      expect(from(odd)).not.toContain('href=');
      expect(from(odd)).toContain('show-decides');
    }
  });

  it('writes a tree from a snippet that means harm as text', () => {
    const harm = '"><img src=x onerror=alert(1)>';
    const step = {
      check: harm,
      in: harm,
      sentence: harm,
      inputs: harm,
      answer: harm,
      source: [harm],
      decides: true,
    };
    const tree = {
      kind: 'decision',
      title: harm,
      verdict: harm,
      verdictWord: harm,
      errno: harm,
      memory: harm,
      facts: [[harm, harm]],
      steps: [step],
      identity: harm,
    };
    const out = toHtmlString(renderShow(tree as unknown as ShowTree));
    expect(out).not.toContain('<img');
    expect(out).not.toContain('href=');
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { h, toHtmlString } from '../../src/figures/show/node.ts';
import type { HNode } from '../../src/figures/show/node.ts';
import { laidOut } from '../../src/snippets/render/laid-out.ts';

/** The paragraphs of a text, as a browser shows them: each a line, or several. */
function paragraphs(node: HNode): string[] {
  if (typeof node === 'string') return [node];
  return node.children.flatMap(paragraphs);
}
const shown = (text: string): string[] => paragraphs(laidOut(h('pre', {}, text)));

describe('a text that is laid out', () => {
  test.each([
    ['x'.repeat(65_536)],
    ['a line\nand another\n'],
    ['│ 0 │ → 1 │\n'.repeat(200)],
    ['é'.repeat(1000)],
    ['ب 漢 👍\u{1f3fb}'],
    [''],
  ])('stays as it is where it is plain or short: %#', (text) => {
    const node = h('pre', {}, text);
    expect(laidOut(node)).toEqual(node);
  });

  test('stands in short paragraphs where its letters join or turn', () => {
    for (const text of ['ب'.repeat(9999), 'xא'.repeat(9999), 'xא\n'.repeat(9999)]) {
      const all = shown(text);
      expect(all.every((one) => one.length <= 251)).toBe(true);
      expect(all.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
    }
  });

  test.each(['\u0301', '\u{1f3fb}', '\u200d', '\ufe0f', '\u{e0067}'])(
    'has at most 32 marks on one letter: %j',
    (mark) => {
      const all = shown(`a${mark.repeat(20_000)}b`).join('');
      expect(all).toBe(`a${mark.repeat(32)}…b`);
    },
  );

  test('loses nothing else, and keeps its lines', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 120 })), (lines) => {
        const kept = lines.map((line) => line.replace(/[\n\0\r]/g, ''));
        const text = kept.join('\n');
        const html = toHtmlString(laidOut(h('pre', {}, text)));
        const bare = (one: string): string => one.replace(/[\n…]/g, '');
        expect(bare(shown(text).join('\n'))).toBe(bare(text));
        expect(html.startsWith('<pre>')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { TermIndex } from '../../src/book/astro/term-marks.ts';
import { readGlossary } from '../../src/book/lists/glossary.ts';
import { termId } from '../../src/book/lists/term.ts';
import { parseHtml } from '../../src/editions/dom.ts';
import { builtSite } from './build.ts';

const content = join(import.meta.dirname, '../../content');
const { terms } = readGlossary(content, new Set());
const index = new TermIndex(terms);
const nameOf = new Map(terms.map(({ term }) => [termId(term), term]));

/** Ways that somebody walks who knows nothing yet. */
const WAYS = ['afternoon', 'hour'];

/** What the letters of the first chapters stand for; DIC and IDC stand for nothing that can be said. */
const SPELT: Readonly<Record<string, RegExp>> = {
  FWB: /Forced Write-Back/,
  DIC: /\bbit\b/,
  IDC: /\bbit\b/,
  PoC: /Point of Coherency/,
  PoU: /Point of Unification/,
  VMA: /virtual memory area/,
  VMM: /virtual machine monitor/,
  VA: /virtual address/,
  IPA: /intermediate physical address/,
  PA: /(?<!intermediate )physical address/,
};

/**
 * Not walked: listings, output, the checks that KVM makes and the values that a figure draws, which
 * have names of code; choices; sources; the way through the site.
 */
const NO_TEXT =
  'pre, script, style, nav, select, .snip-bar, .snip-tools, .snip-out, .show, .show-steps, .show-facts, .sidenote, .placing, .label';
const BLOCK = 'p, li, td, th, figcaption, summary, h1, h2, h3, legend, label, text, div';

/** A piece of the text of a page, in reading order. */
interface Piece {
  readonly text: string;
  readonly code: boolean;
  /** The anchor of the term that it is a link of. */
  readonly explains: string | null;
  /** What it stands in: running text or anything else. */
  readonly block: Element | null;
}

/** A name of the code or of a register: who meets it there needs no word of the glossary. */
const isName = (id: string): boolean => /[_.()]/.test(nameOf.get(id) ?? '');

let site = '';
beforeAll(async () => void (site = await builtSite()));

function piecesOf(route: string): Piece[] {
  const article = parseHtml(readFileSync(join(site, route, 'index.html'), 'utf8')).querySelector(
    'article',
  );
  const pieces: Piece[] = [];
  const walk = (node: Element): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) {
        const link = node.closest('a.term');
        const explains = link?.getAttribute('href')?.split('#')[1] ?? null;
        const code = node.closest('code') !== null;
        const block = node.closest(BLOCK);
        pieces.push({ text: child.textContent ?? '', code, explains, block });
      } else if (child.nodeType === 1 && !(child as Element).matches(NO_TEXT)) {
        walk(child as Element);
      }
    }
  };
  if (article === null) throw new Error(`${route} has no article`);
  walk(article);
  return pieces;
}

const stepsOf = (id: string): string[] => {
  const paths = JSON.parse(readFileSync(join(content, 'data/paths.json'), 'utf8')) as {
    id: string;
    steps: (string | readonly [string, ...string[]])[];
  }[];
  const steps = paths.find((path) => path.id === id)?.steps ?? [];
  return steps
    .map((step) => (typeof step === 'string' ? step : step[0]))
    .filter((route) => route.startsWith('/guide/'));
};

/** Terms that stand on the way before their link, each once, with where. */
function early(way: string): string[] {
  const explained = new Set<string>();
  const found = new Map<string, string>();
  for (const route of stepsOf(way))
    for (const { text, code, explains, block } of piecesOf(route)) {
      if (explains !== null) explained.add(explains);
      for (const { id } of index.marks([{ value: text, code }], [])) {
        if (explained.has(id) || found.has(id) || isName(id)) continue;
        // Its link may stand in the same sentence, or in the caption of the same figure.
        const near = [block, block?.closest('figure') ?? null];
        if (near.some((one) => one?.querySelector(`a.term[href$="#${id}"]`))) continue;
        found.set(id, `${nameOf.get(id)} on ${route}: ${text.trim()}`);
      }
    }
  return [...found.values()];
}

describe.each(WAYS)('on the way called %s', (way) => {
  test('there are chapters', () => expect(stepsOf(way).length).toBeGreaterThan(3));

  test('no term comes before it is explained', () => expect(early(way)).toEqual([]));

  test('the letters are spelt out in running text where they first stand there', () => {
    const open = new Map(Object.entries(SPELT));
    const bare: string[] = [];
    for (const route of stepsOf(way))
      for (const block of new Set(piecesOf(route).map((piece) => piece.block))) {
        if (!block?.matches('p, li') || block.querySelector('p, li') !== null) continue;
        const text = block.textContent ?? '';
        for (const [letters, words] of open) {
          const used = new RegExp(`(?<![\\w.-])${letters}(?![\\w-])`).test(text);
          if (!used) continue;
          open.delete(letters);
          if (!words.test(text)) bare.push(`${letters} on ${route}: ${text.slice(0, 90)}`);
        }
      }
    expect(bare).toEqual([]);
  });
});

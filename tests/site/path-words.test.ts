import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { TermIndex } from '../../src/book/astro/term-marks.ts';
import { readGlossary } from '../../src/book/lists/glossary.ts';
import { termId } from '../../src/book/lists/term.ts';
import { parseHtml } from '../../src/editions/dom.ts';
import { builtSite } from './build.ts';

const content = join(import.meta.dirname, '../../content');
const { terms } = readGlossary(content, new Set());
const index = new TermIndex(terms);
const nameOf = new Map(terms.map(({ term }) => [termId(term), term]));

interface Listed {
  readonly id: string;
  readonly ordered: boolean;
  readonly steps: readonly (string | readonly [string, ...string[]])[];
}
const listed = JSON.parse(readFileSync(join(content, 'data/paths.json'), 'utf8')) as [
  Listed,
  ...Listed[],
];

/** Pages that somebody reads in a row, with nothing explained before. */
interface Way {
  readonly name: string;
  readonly pages: readonly string[];
}

/** Ways that somebody walks who knows nothing yet. */
const NEWCOMERS = ['afternoon', 'hour'];

/** A tool: what it says answers what a reader pastes. */
const TOOLS = new Set(['/workbench/']);

/** Each path by itself. From one without an order a single page is taken, so each of its pages is a way. */
const WAYS = listed.flatMap(({ id, ordered, steps }): Way[] => {
  const routes = steps.map((step) => (typeof step === 'string' ? step : step[0]));
  const pages = routes.filter((route) => !TOOLS.has(route));
  if (ordered) return [{ name: id, pages }];
  return pages.map((route) => ({ name: id + route, pages: [route] }));
});

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
 * Not walked: names in programs and on the controls of a figure, for they are names of the code; sources,
 * and what was read in them; notes of terms; the way through the site. Output, what a listing says in its
 * comments, questions and the answers that they offer are walked like any sentence.
 */
const NO_TEXT =
  'script, style, nav, select, .snip-bar, .snip-tools, .sidenote, .term-note, .placing, .label, .check-from, .tab-words';
const CODE = '.snip-code, pre:not(.snip-out pre)';
const BLOCK = 'p, li, td, th, figcaption, summary, h1, h2, h3, legend, label, text, div';

/** A piece of the text of a page, in reading order. */
interface Piece {
  readonly text: string;
  readonly code: boolean;
  /** The anchor of the term that it is a link of. */
  readonly explains: string | null;
  /** In a fold of output: the checks of KVM one by one, which most leave closed. */
  readonly folded: boolean;
  /** What it stands in: running text or anything else. */
  readonly block: Element | null;
}

/** A name of the code or of a register: who meets it there needs no word of the glossary. */
const isName = (id: string): boolean => /[_.()]/.test(nameOf.get(id) ?? '');

let site = '';
beforeAll(async () => void (site = await builtSite()));

function piecesOf(route: string): Piece[] {
  // A long name may break between its words, and is one name all the same.
  const html = readFileSync(join(site, route, 'index.html'), 'utf8').replaceAll('<wbr>', '');
  const document = parseHtml(html);
  const article = document.querySelector('article') ?? document.querySelector('main');
  const pieces: Piece[] = [];
  const walk = (node: Element): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) {
        const link = node.closest('a.term');
        const explains = link?.getAttribute('href')?.split('#')[1] ?? null;
        const code = node.closest('code') !== null;
        if (node.closest(CODE) !== null && node.closest('.tok-comment') === null) continue;
        const block = node.closest(BLOCK);
        const folded = node.closest('.show details') !== null;
        pieces.push({ text: child.textContent ?? '', code, explains, folded, block });
      } else if (child.nodeType === 1 && !(child as Element).matches(NO_TEXT)) {
        walk(child as Element);
      }
    }
  };
  if (article === null) throw new Error(`${route} has no article`);
  walk(article);
  return pieces;
}

/** Where a link explains what a piece says: its block, its figure, the paragraph under its heading. */
const placesOf = ({ block }: Piece): (Element | null)[] => [
  block,
  block?.closest('figure') ?? null,
  block?.closest('h2, h3')?.nextElementSibling ?? null,
];

/**
 * Terms that stand on the way before their link, each once, with where. What is folded asks for no more
 * than a link anywhere on the way.
 */
function early({ pages }: Way): string[] {
  const all = new Set(
    pages.flatMap((route) => piecesOf(route).flatMap((one) => one.explains ?? [])),
  );
  const explained = new Set<string>();
  const found = new Map<string, string>();
  for (const route of pages)
    for (const piece of piecesOf(route)) {
      const { text, code, explains, folded } = piece;
      if (explains !== null) explained.add(explains);
      for (const { id } of index.marks([{ value: text, code }], [])) {
        if ((folded ? all : explained).has(id) || found.has(id) || isName(id)) continue;
        if (placesOf(piece).some((one) => one?.querySelector(`a.term[href$="#${id}"]`))) continue;
        found.set(id, `${nameOf.get(id)} on ${route}: ${text.trim()}`);
      }
    }
  return [...found.values()];
}

test('all paths are walked', () => {
  expect(WAYS.length).toBeGreaterThan(listed.length);
  expect(WAYS.filter(({ name }) => NEWCOMERS.includes(name)).length).toBe(NEWCOMERS.length);
});

test.each(WAYS)('on the way $name no term comes before it is explained', (way) =>
  expect(early(way)).toEqual([]),
);

test.each(WAYS.filter(({ name }) => NEWCOMERS.includes(name)))(
  'on the way $name the letters are spelt out in running text where they first stand there',
  ({ pages }) => {
    const open = new Map(Object.entries(SPELT));
    const bare: string[] = [];
    for (const route of pages)
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
  },
);

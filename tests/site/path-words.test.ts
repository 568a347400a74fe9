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

interface Way {
  readonly name: string;
  readonly chapters: readonly string[];
  /** Pages whose terms are explained already, wherever on them. */
  readonly before: readonly string[];
}

/** Ways that somebody walks who knows nothing yet: they begin with nothing explained. */
const NEWCOMERS = ['afternoon', 'hour'];

/**
 * What somebody reads in a row. Whoever is no newcomer knows what the first page says that one needs, and
 * what that needs in turn. From a path without an order one page is taken, by somebody with an error at
 * hand who looks things up: a term that the first path lacks has to be explained on it, above or below.
 */
const WAYS = listed.flatMap(({ id, ordered, steps }): Way[] => {
  const chapters = chaptersOf({ steps });
  if (!ordered)
    return chapters.map((route) => ({
      name: id + route,
      chapters: [route],
      before: [...chaptersOf(listed[0]), ...neededBy(route), route],
    }));
  const before = NEWCOMERS.includes(id) ? [] : chapters.flatMap((route) => neededBy(route));
  return [{ name: id, chapters, before }];
});

/** The chapters of a path, in its order. */
function chaptersOf({ steps }: Pick<Listed, 'steps'>): string[] {
  return steps
    .map((step) => (typeof step === 'string' ? step : step[0]))
    .filter((route) => route.startsWith('/guide/'));
}

/** The chapters that one needs, and those that these need. */
function neededBy(route: string): string[] {
  const text = readFileSync(join(content, `${route.slice(1, -1)}.mdx`), 'utf8');
  const needs = /^needs: \[(.*)\]$/m.exec(text)?.[1]?.split(', ') ?? [];
  return needs.flatMap((need) => [...neededBy(need), need]);
}

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
 * Not walked: what a fold of output has, the checks of KVM in the kernel's own words; names that code and
 * the controls of a figure have; sources, and what was read in them; the way through the site. Output, what a listing says in its
 * comments, questions and the answers that they offer are walked like any sentence.
 */
const NO_TEXT =
  'script, style, nav, select, .snip-bar, .snip-tools, .show details, .sidenote, .placing, .label, .check-from, .tab-words';
const CODE = '.snip-code, pre:not(.snip-out pre)';
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
        if (node.closest(CODE) !== null && node.closest('.tok-comment') === null) continue;
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

/** Terms that stand on the way before their link, each once, with where. */
function early({ chapters, before }: Way): string[] {
  const explained = new Set(
    before.flatMap((route) => piecesOf(route).flatMap((piece) => piece.explains ?? [])),
  );
  const found = new Map<string, string>();
  for (const route of chapters)
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

test('all paths are walked', () => {
  expect(WAYS.length).toBeGreaterThan(listed.length);
  expect(WAYS.filter(({ name }) => NEWCOMERS.includes(name)).length).toBe(NEWCOMERS.length);
});

test.each(WAYS)('on the way $name no term comes before it is explained', (way) =>
  expect(early(way)).toEqual([]),
);

test.each(WAYS.filter(({ name }) => NEWCOMERS.includes(name)))(
  'on the way $name the letters are spelt out in running text where they first stand there',
  ({ chapters }) => {
    const open = new Map(Object.entries(SPELT));
    const bare: string[] = [];
    for (const route of chapters)
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

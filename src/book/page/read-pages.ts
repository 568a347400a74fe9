import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Facts } from './facts.ts';
import { frontmatter as chapter } from './frontmatter.ts';
import { minutesOf } from './minutes.ts';
import { openFenceIn } from './open-fence.ts';
import { readNames, readPlainText } from '../plain-text.ts';
import type { Found, Page, PageFacts } from './page.ts';
import { parsePage, type SyntaxFault } from './parse.ts';
import { EXERCISES, SECTIONS, shownPath, type Section } from '../places.ts';
import type { Problem } from '../problems.ts';
import { readFrontmatter } from './read-frontmatter.ts';
import { remember } from '../remember.ts';

interface Reading {
  readonly page: Page;
  readonly problems: readonly Problem[];
}

/** All pages under a content folder, and what is wrong with their places, frontmatter and syntax. */
export function readPages(content: string): { pages: Page[]; problems: Problem[] } {
  const sections = SECTIONS.map((section) => {
    const folder = join(content, section);
    const { names, problems } = readNames(folder, shownPath(folder, content));
    const files = names.filter((name) => name.endsWith('.mdx'));
    return { problems, read: files.map((name) => readFile(join(folder, name), section, content)) };
  });
  const read = sections.flatMap((section) => section.read);
  return {
    pages: read.map(({ page }) => page),
    problems: [...sections, ...read].flatMap(({ problems }) => problems).concat(strays(content)),
  };
}

function readFile(path: string, section: Section, content: string): Reading {
  const { text, problems } = readPlainText(path, shownPath(path, content));
  const read =
    text === null ? noPage(path, section, content) : readPage(path, text, section, content);
  return problems.length === 0 ? read : { ...read, problems: [...problems, ...read.problems] };
}

function placeOf(path: string, section: Section, content: string) {
  const slug = basename(path, '.mdx');
  const file = shownPath(path, content);
  return { section, slug, route: `/${section}/${slug}/`, path, file };
}

/** A page of which no letter could be read still has its address. */
function noPage(path: string, section: Section, content: string): Reading {
  const at = placeOf(path, section, content);
  const page = { ...at, minutes: 0, frontmatter: null, keyLines: new Map(), ...unread() };
  return { page, problems: [] };
}

const readPage = remember((path, text, folder = '', content = ''): Reading => {
  const problems: Problem[] = [];
  const at = placeOf(path, folder as Section, content);
  const { file, slug } = at;
  problems.push(...checkName(slug, file));
  const { value: frontmatter, keyLines, problems: wrong } = readFrontmatter(text, file, chapter);
  problems.push(...wrong);
  const body = readBody(text, file, problems, wrong);
  return { page: { ...at, minutes: minutesOf(text), frontmatter, keyLines, ...body }, problems };
});

type Body = PageFacts & Pick<Page, 'whole'>;

/** What stands below the frontmatter; what is wrong with it is added to `problems`. */
export function readBody(
  text: string,
  file: string,
  problems: Problem[],
  frontmatter: readonly Problem[],
): Body {
  const open = openFenceIn(text);
  if (open !== null) problems.push(withoutEnd(file, open));
  const parsed = parsePage(text);
  if (parsed.ok && open === null) return { ...parsed.facts, whole: true };
  if (parsed.ok) {
    const { facts } = parsed;
    const fences = facts.fences.filter(({ line }) => line !== open?.line);
    // What stands below the open fence was not read: nothing is said of what is missing.
    return { ...facts, fences, anchors: null, statesFacts: false, whole: false };
  }
  // YAML that cannot be read is reported once, as such; so is a fence that takes the tag that closes.
  if (open === null && !frontmatter.some(({ code }) => code === 'frontmatter-syntax'))
    problems.push(wrongSyntax(file, text, parsed.fault));
  return unread();
}

/** Nothing was found, and nothing is said of what is missing. */
export function unread(): Body {
  return { ...new Facts(), anchors: null, whole: false };
}

function withoutEnd(file: string, { line, value }: Found): Problem {
  const mark = /^[\s>]*(`+|~+)/.exec(value)?.[1] ?? '```';
  return {
    code: 'fence-open',
    file,
    line,
    received: value,
    expected: `a line ${mark} that ends it`,
    remedy: `Write ${mark} below its code; as it stands, all that follows is code.`,
  };
}

/** Pages where nobody reads them: with another ending, in a folder of a section, or in no section. */
function strays(content: string): Problem[] {
  if (!existsSync(content)) return [];
  const files = readdirSync(content, { recursive: true, encoding: 'utf8' });
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => {
      const [section = '', name, more] = file.split('/');
      const known = [...SECTIONS, EXERCISES].some((folder) => folder === section);
      if (known && name !== undefined && more === undefined)
        return /\.(?:mdx?|markdown)$/i.test(name) && !name.endsWith('.mdx');
      return /\.mdx$/i.test(file);
    })
    .toSorted()
    .map((file) => ({
      code: 'page-name',
      file: shownPath(join(content, file), content),
      line: 1,
      received: file,
      expected: `a file that ends with .mdx, right in one of ${[...SECTIONS, EXERCISES].join(', ')}`,
      remedy: 'Rename or move it; nobody reads it there.',
    }));
}

/** Whether a file name can be an address. */
export function checkName(slug: string, file: string): Problem[] {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return [];
  return [
    {
      code: 'page-name',
      file,
      line: 1,
      received: basename(file),
      expected: 'small letters, digits and single hyphens, then .mdx',
      remedy: 'Rename the file.',
    },
  ];
}

function wrongSyntax(file: string, text: string, { line, message }: SyntaxFault): Problem {
  return {
    code: 'page-syntax',
    file,
    line,
    received: text.split(/\r?\n/)[line - 1]?.trim() || 'the end of the page',
    expected: `MDX that can be read (${message})`,
    remedy: 'Close every tag and brace; write a plain < or { as \\< or \\{.',
  };
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Facts } from './facts.ts';
import { minutesOf } from './minutes.ts';
import type { Page } from './page.ts';
import { parsePage, type SyntaxFault } from './parse.ts';
import { SECTIONS, shownPath, type Section } from '../places.ts';
import type { Problem } from '../problems.ts';
import { readFrontmatter } from './read-frontmatter.ts';
import { remember } from '../remember.ts';

/** All pages under a content folder, and what is wrong with their frontmatter and syntax. */
export function readPages(content: string): { pages: Page[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const pages = SECTIONS.flatMap((section) => {
    const folder = join(content, section);
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder).filter((name) => name.endsWith('.mdx'));
    return names.toSorted().map((name) => {
      const path = join(folder, name);
      const read = readPage(path, readFileSync(path, 'utf8'), section, content);
      problems.push(...read.problems);
      return read.page;
    });
  });
  return { pages, problems };
}

const readPage = remember((path, text, folder = '', content = '') => {
  const section = folder as Section;
  const problems: Problem[] = [];
  const file = shownPath(path, content);
  const slug = basename(path, '.mdx');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) problems.push(wrongName(file));
  const { value: frontmatter, keyLines, problems: wrong } = readFrontmatter(text, file);
  problems.push(...wrong);
  const parsed = parsePage(text);
  // YAML that cannot be read is reported once, as such.
  if (!parsed.ok && !wrong.some(({ code }) => code === 'frontmatter-syntax'))
    problems.push(wrongSyntax(file, text, parsed.fault));
  const facts = parsed.ok ? parsed.facts : new Facts();
  const { fences, elements, links, images, imports, prose, paragraphs, statesFacts } = facts;
  const anchors = parsed.ok ? facts.anchors : null;
  const parts = {
    frontmatter,
    keyLines,
    fences,
    elements,
    links,
    images,
    imports,
    prose,
    paragraphs,
    anchors,
    statesFacts,
  };
  const page: Page = {
    section,
    slug,
    route: `/${section}/${slug}/`,
    path,
    file,
    minutes: minutesOf(text),
    ...parts,
  };
  return { page, problems };
});

function wrongName(file: string): Problem {
  return {
    code: 'page-name',
    file,
    line: 1,
    received: basename(file),
    expected: 'small letters, digits and single hyphens, then .mdx',
    remedy: 'Rename the file.',
  };
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

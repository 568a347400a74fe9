import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { frontmatter } from '../../src/book/page/frontmatter.ts';
import { readFrontmatter } from '../../src/book/page/read-frontmatter.ts';
import { BenchFailure } from '../support/failure.ts';

/** A chapter in plain Markdown, as every peer can render it. */
export interface Chapter {
  slug: string;
  title: string;
  description: string;
  /** Heading of the navigation. */
  group: string;
  order: number;
  body: string;
}

/** The chapters of a guide folder in reading order. */
export function readChapters(folder: string): Chapter[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.mdx'));
  if (files.length === 0) throw new BenchFailure(`${folder} holds no .mdx file to measure with`);
  return files
    .map((name) => readChapter(readFileSync(join(folder, name), 'utf8'), name))
    .sort((a, b) => a.order - b.order);
}

function readChapter(text: string, name: string): Chapter {
  const { value } = readFrontmatter(text, name, frontmatter);
  if (!value) throw new BenchFailure(`${name}: wrong frontmatter; run: npm run check`);
  const { title, description, group, order } = value;
  const body = plainMarkdown(text.replace(/^---\n[\s\S]*?^---\n/m, ''), name);
  return { slug: name.replace(/\.mdx$/, ''), title, description, group, order, body };
}

/**
 * MDX of a chapter as plain Markdown with the same words: a claim becomes its sentence, a figure
 * a quotation of its caption, a check its question in bold; code blocks keep language and code.
 */
export function plainMarkdown(mdx: string, name: string): string {
  const parts = mdx.split(/^(```[^\n]*\n[\s\S]*?^```$)/m);
  const plain = parts.map((part, i) => (i % 2 === 1 ? plainFence(part) : plainProse(part, name)));
  return `${plain
    .join('')
    .trim()
    .replaceAll(/\n{3,}/g, '\n\n')}\n`;
}

function plainFence(fence: string): string {
  return fence.replace(/^```(\w*)[^\n]*/, '```$1').replaceAll(/^\s*\/\/ (?:hide|show)\n/gm, '');
}

const ATTRIBUTES = String.raw`((?:\s+[\w-]+(?:="[^"]*"|=\{[^}]*\})?)*)\s*`;
const EMPTY = new RegExp(`<([A-Z]\\w*)${ATTRIBUTES}/>`, 'g');
const OPENING = new RegExp(`<([A-Z]\\w*)${ATTRIBUTES}>`, 'g');

function plainProse(prose: string, name: string): string {
  const plain = prose
    .replaceAll(/^import .*\n/gm, '')
    .replaceAll(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replaceAll(EMPTY, (_, tag: string, attributes: string) => alone(tag, attributes))
    .replaceAll(OPENING, (_, tag: string, attributes: string) => opening(tag, attributes))
    .replaceAll(/<\/[A-Z]\w*>/g, '')
    .replaceAll(/^ {2}(?=\S)/gm, '');
  const odd = /<\/?[A-Z][^>\n]*|^export .*/m.exec(plain.replaceAll(/`[^`]*`/g, ''));
  if (odd) throw new BenchFailure(`${name}: no plain Markdown for ${odd[0]}`);
  return plain;
}

const value = (attributes: string, key: string) =>
  new RegExp(`\\s${key}="([^"]*)"`).exec(attributes)?.[1];

function alone(tag: string, attributes: string): string {
  const caption = value(attributes, 'caption');
  if (caption !== undefined) return `> ${caption}`;
  return `\`${value(attributes, 'type') ?? value(attributes, 'verdict') ?? tag}\``;
}

function opening(tag: string, attributes: string): string {
  const question = value(attributes, 'question');
  return tag === 'Check' && question !== undefined ? `**${question}**\n` : '';
}

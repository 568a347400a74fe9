import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Book } from './peers/peer.ts';
import { readChapters } from './peers/text.ts';
import { root } from './support/paths.ts';

/** The book of the project in plain Markdown. */
export function readBook(): Book {
  const { description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const chapters = readChapters(join(root, 'content/guide'));
  return { title: 'Stage Two', description, chapters };
}

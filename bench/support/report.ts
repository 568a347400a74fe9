import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Budget } from './budget.ts';
import { root } from './paths.ts';

/** The sections in the order of the report. */
const ORDER = [
  'site',
  'paint',
  'latency',
  'model',
  'machine',
  'book',
  'pages',
  'motion',
  'dev',
  'triage',
  'rows',
  'answers',
  'policies',
] as const;
type SectionId = (typeof ORDER)[number];

/** What a part of the bench hands back: Markdown below a heading, and the limits it checked. */
export interface Section {
  id: SectionId;
  heading: string;
  text: string;
  budgets: readonly Budget[];
}

const FILE = join(root, 'bench/RESULTS.md');

const HEAD = `# Results of the bench

Written by \`npm run bench\`; do not edit. Each section says when, where and by which command it was
measured. A partial run replaces its own sections only.`;

/** Puts a section into bench/RESULTS.md; one of the same id is replaced in place. */
export function writeReport(section: Section, facts: string): void {
  const found = existsSync(FILE) ? readSections(readFileSync(FILE, 'utf8')) : new Map();
  found.set(section.id, `## ${section.heading}\n\n${facts}\n\n${section.text.trim()}`);
  const body = ORDER.filter((id) => found.has(id)).map(
    (id) => `<!-- ${id} -->\n\n${found.get(id)}`,
  );
  writeFileSync(FILE, `${[HEAD, ...body].join('\n\n')}\n`);
}

function readSections(text: string): Map<string, string> {
  const parts = text.split(/^<!-- (\w+) -->$/m).slice(1);
  const found = new Map<string, string>();
  for (let i = 0; i + 1 < parts.length; i += 2)
    found.set(parts[i] ?? '', parts[i + 1]?.trim() ?? '');
  return found;
}

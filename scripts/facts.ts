// node scripts/facts.ts FOLDER: writes content/data/facts.json from a folder of collected facts;
// statements that were read for the book itself stay as they are.
// The book keeps of each statement only its place, its status and its sources; the build holds the
// status of every claim against them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOfJson } from './facts/json.ts';
import { factsOfMarkdown } from './facts/markdown.ts';
import { ownFacts } from './facts/own.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: node scripts/facts.ts FOLDER\n');
  process.exit(2);
}
const target = new URL('../content/data/', import.meta.url);
const listed = JSON.parse(readFileSync(new URL('sources.json', target), 'utf8')) as {
  id: string;
}[];
const ids = new Set(listed.map(({ id }) => id));
/** Files of the folder that state nothing: what it holds, where it was read, what was corrected. */
const NO_FACTS: ReadonlySet<string> = new Set(['README.md', 'sources.json', 'CHANGES.md']);
const facts = readdirSync(folder)
  .filter((name) => !NO_FACTS.has(name))
  .toSorted()
  .flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    if (name.endsWith('.json')) return factsOfJson(name, text);
    return name.endsWith('.md') ? factsOfMarkdown(name, text, ids) : [];
  });
const file = new URL('facts.json', target);
const own = ownFacts(readFileSync(file, 'utf8'));
const rows = [...new Set([...facts, ...own].map((fact) => `  ${JSON.stringify(fact)}`))];
writeFileSync(file, `[\n${rows.join(',\n')}\n]\n`);
process.stdout.write(`${rows.length} statements.\n`);

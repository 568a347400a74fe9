/** The components of a chapter: those it writes by name, and those that stand for Markdown. */
import Check from './Check.astro';
import Claim from './Claim.astro';
import Code from './Code.astro';
import Mem from './Mem.astro';
import Note from './Note.astro';
import Table from './Table.astro';
import Verdict from './Verdict.astro';

const landed = import.meta.glob<unknown>(
  ['../snippets/static/Snippet.astro', '../figures/*/*.astro'],
  { eager: true, import: 'default' },
);
const named = Object.fromEntries(
  Object.entries(landed).map(([path, component]) => {
    const name = path.split('/').at(-1)?.replace('.astro', '') ?? '';
    return [path.includes('/figures/') ? `${name}Figure` : name, component];
  }),
);
const missing = Object.fromEntries(
  ['Snippet', 'LeakFigure', 'CombineFigure', 'DecideFigure'].map((name) => [name, Note]),
);

export const provided = { Check, Claim, Code, Mem, Note, Verdict, table: Table, ...missing, ...named };

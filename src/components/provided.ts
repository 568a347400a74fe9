/** The components of a chapter: those it writes by name, and those that stand for Markdown. */
import DecideFigure from '../figures/decide/Decide.astro';
import Check from './Check.astro';
import Claim from './Claim.astro';
import Code from './Code.astro';
import Fence from './Fence.astro';
import Mem from './Mem.astro';
import Note from './Note.astro';
import Table from './Table.astro';
import Verdict from './Verdict.astro';

const rest = import.meta.glob<unknown>(
  ['../figures/leak/Leak.astro', '../figures/combine/Combine.astro'],
  { eager: true, import: 'default' },
);

export const provided = {
  Check,
  Claim,
  Code,
  CombineFigure: rest['../figures/combine/Combine.astro'] ?? Note,
  DecideFigure,
  LeakFigure: rest['../figures/leak/Leak.astro'] ?? Note,
  Mem,
  Note,
  Snippet: Fence,
  Verdict,
  table: Table,
};

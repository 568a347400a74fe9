/** The components of a chapter: those it writes by name, and those that stand for Markdown. */
import CombineFigure from '../figures/combine/Combine.astro';
import DecideFigure from '../figures/decide/Decide.astro';
import LeakFigure from '../figures/leak/Leak.astro';
import Check from './Check.astro';
import Claim from './Claim.astro';
import Code from './Code.astro';
import Fence from './Fence.astro';
import Mem from './Mem.astro';
import Note from './Note.astro';
import Table from './Table.astro';
import Verdict from './Verdict.astro';

export const provided = {
  Check,
  Claim,
  Code,
  CombineFigure,
  DecideFigure,
  LeakFigure,
  Mem,
  Note,
  Snippet: Fence,
  Verdict,
  table: Table,
};

/** The components of a chapter: those it writes by name, and those that stand for Markdown. */
import ApiGroups from '../api/ApiGroups.astro';
import ApiIndex from '../api/ApiIndex.astro';
import BreakItFigure from '../figures/break-it/BreakItFigure.astro';
import CombineFigure from '../figures/combine/CombineFigure.astro';
import DecideFigure from '../figures/decide/DecideFigure.astro';
import DecodeFigure from '../figures/decode/DecodeFigure.astro';
import DrawingFigure from '../figures/drawing/DrawingFigure.astro';
import MigrationFigure from '../figures/migration/MigrationFigure.astro';
import RowsFigure from '../figures/rows/RowsFigure.astro';
import SpaceFigure from '../figures/space/SpaceFigure.astro';
import StepperFigure from '../figures/stepper/StepperFigure.astro';
import TableFigure from '../figures/tables/TableFigure.astro';
import VerdictTable from '../figures/verdicts/VerdictTable.astro';
import AdvisoryTable from './AdvisoryTable.astro';
import Check from './check/Check.astro';
import Claim from './Claim.astro';
import Code from './Code.astro';
import CpuTable from './CpuTable.astro';
import Fence from './Fence.astro';
import H2 from './H2.astro';
import H3 from './H3.astro';
import Guess from './guess/Guess.astro';
import Guesses from './guess/Guesses.astro';
import Mem from './Mem.astro';
import More from './More.astro';
import Note from './Note.astro';
import EventGraph from './observations/EventGraph.astro';
import ObservedTable from './observations/ObservedTable.astro';
import SpinTable from './observations/SpinTable.astro';
import WitnessTable from './observations/WitnessTable.astro';
import Table from './Table.astro';
import Reasons from './reasons/Reasons.astro';
import Term from './Term.astro';
import Exam from './check/Exam.astro';
import Option from './check/Option.astro';
import Typed from './check/Typed.astro';
import type { ProvidedName } from '../book/checks/provided.ts';
import Verdict from './Verdict.astro';

export const provided = {
  AdvisoryTable,
  ApiGroups,
  ApiIndex,
  BreakItFigure,
  Check,
  Claim,
  Code,
  CombineFigure,
  CpuTable,
  DecideFigure,
  DecodeFigure,
  DrawingFigure,
  EventGraph,
  Exam,
  Guess,
  Guesses,
  Mem,
  MigrationFigure,
  More,
  Note,
  ObservedTable,
  Option,
  Reasons,
  RowsFigure,
  Snippet: Fence,
  SpaceFigure,
  StepperFigure,
  TableFigure,
  Term,
  Typed,
  Verdict,
  VerdictTable,
  SpinTable,
  WitnessTable,
  h2: H2,
  h3: H3,
  table: Table,
} satisfies Record<ProvidedName | 'Code' | 'Snippet' | 'h2' | 'h3' | 'table', unknown>;

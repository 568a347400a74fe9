import type { Recorded } from '../observations/schema.ts';
import type { Claim } from './page/claims.ts';
import type { Debate } from './debate/read-debate.ts';
import type { Advisory } from './lists/advisories.ts';
import type { Cpu } from './lists/cpus.ts';
import type { Erratum } from './lists/erratum.ts';
import type { Exercise } from './exercises/exercise.ts';
import type { CodeFence } from './page/fences.ts';
import type { ReadingPath } from './lists/paths.ts';
import type { Group } from './lists/groups.ts';
import type { Place } from './lists/map.ts';
import type { OpenPoint } from './lists/open-point.ts';
import type { Page } from './page/page.ts';
import type { Problem } from './problems.ts';
import type { Run } from './run.ts';
import type { Source } from './lists/sources.ts';
import type { Term } from './lists/term.ts';
import type { TermSpan } from './astro/term-marks.ts';

/** The content as read and checked, before its fences have run. */
export interface ReadBook {
  readonly pages: readonly Page[];
  readonly fences: readonly CodeFence[];
  /** Claims by address of their page, in the order of the page. */
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly debate: Debate;
  readonly advisories: readonly Advisory[];
  readonly cpus: readonly Cpu[];
  /** What real kernels answered, a run each, the newest kernel first; read when first asked for. */
  readonly observations: () => readonly Recorded[];
  /** Source ids that each data file cites, by its name; under `model` those of the model. */
  readonly cited: ReadonlyMap<string, ReadonlySet<string>>;
  readonly glossary: readonly Term[];
  /** Anchors of the terms that each page names, by its address. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
  /** Terms beside the prose of each page, by its address and the text in which they stand. */
  readonly beside: ReadonlyMap<string, Readonly<Record<string, readonly TermSpan[]>>>;
  readonly exercises: readonly Exercise[];
  readonly open: readonly OpenPoint[];
  readonly errata: readonly Erratum[];
  /** Groups of the navigation in their order; none where the book leaves it to its pages. */
  readonly groups: readonly Group[];
  readonly map: readonly Place[];
  /** Orders of reading; the first is the one that Next follows where the reader has chosen none. */
  readonly paths: readonly ReadingPath[];
}

/** The content as read, run and checked once. */
export interface Book extends ReadBook {
  /** The fences that run, each with what its run gave. */
  readonly runs: readonly Run[];
  /** Everything that is wrong, in the order of files and lines. */
  readonly problems: readonly Problem[];
}

import type { Ground } from './case/ground.ts';
import type { ReasonId } from './reasons/reason.ts';
import type { Fact } from './read/notebook.ts';

/** A line in which nothing was recognised. */
export interface IgnoredLine {
  readonly line: number;
  readonly text: string;
}

/** One reason with what became of it. */
export interface ReasonFound {
  readonly id: ReasonId;
  /** Left: it remains possible. */
  readonly state: 'left' | 'excluded';
  readonly title: string;
  /** The grounds: lines of the text (from 1), or choices, whose `line` is null. */
  readonly because: readonly Ground[];
  readonly confirm: string;
  readonly remedy: string;
  readonly chapter: string;
  /** Ids of sources. */
  readonly source: readonly string[];
  readonly status: 'confirmed' | 'inferred';
  /** The first release in which it can happen; null where every release has it. */
  readonly since: string | null;
  /** The last release in which it can happen; null where the newest has it too. */
  readonly until: string | null;
  /** What one types on the host to look; null where no command shows it. */
  readonly command: string | null;
}

/** What a text and the choices beside it lead to. */
export interface Triage {
  readonly understood: readonly Fact[];
  readonly ignored: readonly IgnoredLine[];
  /** What was judged: facts and choices together, and the rules of the model that the kernel follows. */
  readonly asked: Readonly<Record<string, string>>;
  /** Those that are left first, in the order of trying. */
  readonly reasons: readonly ReasonFound[];
  /** The next thing to do. */
  readonly next: string;
  readonly notes: readonly string[];
}

/** In which kernels a reason can happen, and whether the newest is among them. */
export function kernelsOf({ since, until }: ReasonFound): string {
  if (until !== null)
    return `${since === null ? '' : `since ${since} `}up to ${until}, not in the newest`;
  return since === null ? 'in every kernel, the newest too' : `since ${since}, in the newest too`;
}

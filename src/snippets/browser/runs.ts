import type { Seen } from '../../figures/show/index.ts';
import { locate } from '../core/locate.ts';
import { isDeclared } from '../core/outcome.ts';
import type { Compiled, Source } from '../core/program.ts';
import { STOPPED } from '../core/stopped.ts';
import type { OutputEvent, Program, RunError } from '../core/types.ts';
import type { Drawn } from '../render/output.ts';
import type { Running } from './follow.ts';
import type { Ran } from './ran.ts';
import { loadCompiler } from './parts.ts';
import type { Sandbox } from './sandbox.ts';
import { seenOf } from './seen.ts';
import type { View } from './view.ts';

/** A run that lasts longer than this shows what it printed so far, and Stop. */
const SLOW_MS = 100;

/** What runs: a fence, and whether the reader changed it. */
export type Piece = Source & { readonly edited: boolean };

/** The snippet that is run. */
export interface Subject {
  readonly edited: boolean;
  /** What was built; the earlier fences of its group are in it. */
  readonly program: Program;
  /** The code of the group up to this snippet, with what the reader changed in any of it. */
  readonly fences: readonly Piece[];
  /** Shows a failure of its own code at its place; null: none. */
  mark(error: RunError | null): void;
}

/** The runs of one snippet, of which one at most goes on. */
export class Runs {
  readonly #view: View;
  readonly #of: Subject;
  #running: Running | null = null;
  /** What is drawn; another run and Reset take it away from marks that are still on their way. */
  #drawn: Drawn | null = null;
  /** Counts the runs: one that gave way draws nothing any more. */
  #turn = 0;

  constructor(view: View, of: Subject) {
    this.#view = view;
    this.#of = of;
  }

  /** What the Run button does now, by its name. */
  offer(): void {
    this.#view.offer(this.#running ? 'stop' : 'run', this.#of.edited);
  }

  /** Ends a run; what it printed stays. */
  stop(why: string): void {
    this.#running?.stop(why);
  }

  /** Ends a run that is not wanted any more: nothing of it is drawn. */
  async drop(why: string): Promise<void> {
    this.#turn++;
    this.#drawn = null;
    const running = this.#running;
    this.#running = null;
    running?.stop(why);
    this.offer();
    await running?.ended;
  }

  /** Runs the snippet as it stands, unless a run goes on. */
  async run(sandbox: Sandbox): Promise<void> {
    if (this.#running) return;
    this.#view.note('');
    this.#drawn = null;
    const turn = ++this.#turn;
    const begun = performance.now();
    const { fences, program: built } = this.#of;
    const changed = fences.some(({ edited }) => edited);
    const compiled: Compiled = changed
      ? (await loadCompiler()).compile(fences)
      : { ok: true, program: built };
    if (turn !== this.#turn) return;
    const before = this.#view.shown;
    if (!compiled.ok) {
      this.#view.note('Not run');
      return this.#finish({ events: [], error: compiled.error, truncated: false }, {});
    }
    const { program } = compiled;
    const events: OutputEvent[] = [];
    const run = sandbox.run(program, (event) => events.push(event));
    this.#running = run;
    const slow = setInterval(() => {
      this.#view.offer('stop', this.#of.edited);
      this.#view.note('Running');
      if (events.length > 0) this.#view.draw(events);
    }, SLOW_MS);
    const { error, truncated } = await run.ended.finally(() => clearInterval(slow));
    if (turn !== this.#turn) return;
    this.#running = null;
    this.offer();
    const placed = error && locate(error, program.parts, fences, program.js);
    this.#finish({ events, error: placed, truncated }, seenOf(this.#view.root, changed, events));
    const ms = Math.max(1, Math.round(performance.now() - begun));
    const how = error?.name === STOPPED ? 'Stopped after' : 'Ran for';
    this.#view.note(`${how} ${ms} ms: ${this.#view.flash(before)}`);
  }

  #finish(drawn: Drawn, seen: Seen | Promise<Seen>): void {
    const { throws } = this.#view.root.dataset;
    const { error } = drawn;
    this.#drawn = drawn;
    if (seen instanceof Promise) {
      this.#view.end(drawn);
      void seen.then((late) => this.#mark(drawn, late));
    } else {
      this.#view.end(drawn, seen);
      // What a slow run drew before it ended has no marks yet.
      this.#mark(drawn, seen);
    }
    const declared = error !== null && throws !== undefined && isDeclared(throws, error);
    const own = error?.fence === undefined && !declared ? error : null;
    this.#of.mark(own);
    this.#tell(drawn);
  }

  /** Tells whoever judges runs what this one printed, and how it ended. */
  #tell({ events, error, truncated }: Drawn): void {
    const detail: Ran = {
      text: events.map(({ text }) => text).join('\n'),
      failed: error !== null || truncated,
      edited: this.#of.edited,
    };
    this.#view.root.dispatchEvent(new CustomEvent('stage-ran', { bubbles: true, detail }));
  }

  /** Draws the marks that came late, unless the reader went on or is in the output. */
  #mark(drawn: Drawn, seen: Seen): void {
    if (this.#drawn !== drawn || this.#view.holdsFocus) return;
    this.#view.mark(drawn.events, seen);
  }
}

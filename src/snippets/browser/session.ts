import type { Seen } from '../../figures/show/index.ts';
import type { Compiled, Source } from '../core/program.ts';
import { isMarker, withoutMarks } from '../core/fold.ts';
import { isDeclared } from '../core/outcome.ts';
import { locate } from '../core/locate.ts';
import { STOPPED } from '../core/stopped.ts';
import type { OutputEvent, Program } from '../core/types.ts';
import type { Drawn } from '../render/output.ts';
import { namesUrl, sandboxUrl } from '../sandbox/urls.ts';
import type { Editor } from './editor.ts';
import type { Running } from './follow.ts';
import { Sandbox } from './sandbox.ts';
import { missing } from './missing.ts';
import { forget, remember, remembered } from './remember.ts';
import { expectSeen, seenOf } from './seen.ts';
import { View } from './view.ts';

/** A run that lasts longer than this shows what it printed so far, and Stop. */
const SLOW_MS = 100;

let sandbox: Sandbox | null = null;
const sessions = new WeakMap<Element, Session>();

function sessionOf(root: HTMLElement): Session {
  const session = sessions.get(root) ?? new Session(root);
  sessions.set(root, session);
  return session;
}

/** near takes over the sandbox frame. */
export function near(root: HTMLElement): void {
  const { base, sandbox: url } = root.dataset;
  if (base === undefined) return;
  sandbox ??= new Sandbox(base);
  sandbox.open(url === sandboxUrl(base, true));
  sessionOf(root).greet();
}

/** act does what a button of a snippet says. */
export function act(root: HTMLElement, what: string): void {
  // The click may be answered before the pointer that came with it.
  near(root);
  void sessionOf(root).act(what);
}

/** One snippet in the hands of a reader. */
class Session {
  readonly #view: View;
  readonly #written: string;
  #editor: Editor | null = null;
  #running: Running | null = null;
  /** What is drawn; another run and Reset take it away from marks that are still on their way. */
  #drawn: Drawn | null = null;

  constructor(root: HTMLElement) {
    this.#view = new View(root);
    this.#written = withoutMarks(this.#view.written);
    const edit = root.querySelector('[data-do=edit]');
    for (const sign of ['pointerover', 'focus']) {
      edit?.addEventListener(sign, () => void loadEditor().catch(() => {}), { once: true });
    }
  }

  get code(): string {
    return this.#editor?.code ?? this.#written;
  }

  get edited(): boolean {
    return this.code !== this.#written;
  }

  greet(): void {
    if (!this.#editor && remembered(this.#view.root.id) !== null) {
      this.#view.note('Edit brings back what you typed before.');
    }
  }

  async act(what: string): Promise<void> {
    try {
      if (what === 'run') await this.#run();
      else if (what === 'stop') this.#running?.stop('you pressed Stop');
      else if (what === 'edit') await this.#edit();
      else if (what === 'reset') this.#reset();
      else if (what === 'copy') await this.#copy();
    } catch (thrown) {
      this.#view.note(thrown instanceof Missing ? missing() : 'A fault of this page. Reload it.');
      throw thrown;
    }
  }

  async #run(): Promise<void> {
    if (this.#running || !sandbox) return;
    this.#view.note('');
    this.#drawn = null;
    const begun = performance.now();
    const fences = this.#fences();
    const changed = fences.some(({ edited }) => edited);
    const compiled = changed ? (await loadCompiler()).compile(fences) : this.#baked();
    if (!compiled.ok) {
      this.#view.note('Not run');
      return this.#finish({ events: [], error: compiled.error, truncated: false }, {});
    }
    const { program } = compiled;
    const events: OutputEvent[] = [];
    const run = sandbox.run(program, (event) => events.push(event));
    this.#running = run;
    const slow = setInterval(() => {
      this.#view.offer('stop', this.edited);
      this.#view.note('Running');
      if (events.length > 0) this.#view.draw(events);
    }, SLOW_MS);
    const { error, truncated } = await run.ended;
    clearInterval(slow);
    this.#running = null;
    this.#view.offer('run', this.edited);
    const placed = error && locate(error, program.parts, fences, program.js);
    this.#finish({ events, error: placed, truncated }, seenOf(this.#view.root, changed, events));
    const ms = Math.max(1, Math.round(performance.now() - begun));
    this.#view.note(`${error?.name === STOPPED ? 'Stopped after' : 'Ran for'} ${ms} ms`);
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
    if (this.#editor) this.#editor.mark(own);
    else this.#view.markLine(own?.line ?? null);
  }

  /** Draws the marks that came late, unless the reader went on or is in the output. */
  #mark(drawn: Drawn, seen: Seen): void {
    if (this.#drawn !== drawn || this.#view.holdsFocus) return;
    this.#view.mark(drawn.events, seen);
  }

  #baked(): Compiled {
    return { ok: true, program: JSON.parse(this.#view.root.dataset['program'] ?? '') as Program };
  }

  /** The code of the group up to this snippet, with what the reader changed in any of it. */
  #fences(): (Source & { edited: boolean })[] {
    const baked = this.#baked();
    const parts = baked.ok ? baked.program.parts : [];
    return parts.map(({ id }) => {
      const root = document.getElementById(id);
      const { code, edited } = root ? sessionOf(root) : { code: '', edited: false };
      return { id, code, edited };
    });
  }

  async #edit(): Promise<void> {
    // An editor that is there gets the focus at once: what is typed next goes there.
    if (!this.#editor) this.#open(await loadEditor());
    this.#editor?.focus();
    // The first run of edited code then does not wait for them.
    void loadCompiler().catch(() => {});
    expectSeen(this.#view.root);
  }

  #open({ openEditor }: typeof import('./editor.ts')): void {
    // Edit may be pressed twice while it loads.
    if (this.#editor) return;
    const { root, code } = this.#view;
    const before = remembered(root.id);
    this.#editor = openEditor({
      id: root.id,
      place: code,
      code: before ?? this.#written,
      written: this.#view.written,
      names: namesUrl(root.dataset['base'] ?? '/'),
      run: () => void this.act('run'),
      changed: (text) => {
        if (text === this.#written) forget(root.id);
        else remember(root.id, text);
        if (!this.#running) this.#view.offer('run', this.edited);
      },
    });
    this.#view.offer(this.#running ? 'stop' : 'run', this.edited);
    this.#view.note(before === null ? '' : 'This is what you typed before. Reset takes it away.');
  }

  #reset(): void {
    this.#running?.stop('you pressed Reset');
    this.#drawn = null;
    this.#view.restore();
    this.#view.markLine(null);
    this.#editor?.mark(null);
    if (this.#editor && this.edited) {
      this.#editor.replace(this.#written);
      this.#view.note('As it was. Undo in the editor brings your text back.');
    } else this.#view.note('As it was.');
  }

  async #copy(): Promise<void> {
    const lines = this.#view.written.split('\n').filter((line) => !isMarker(line));
    const code = this.edited ? this.code.replace(/^\n+/, '') : lines.join('\n');
    try {
      await navigator.clipboard.writeText(`${code}\n`);
      this.#view.note('Copied');
    } catch {
      this.#view.note('The browser did not allow it. Select the code and copy it.');
    }
  }
}

/** A part of the page did not come. */
class Missing extends Error {}

const part = <Module>(come: Promise<Module>): Promise<Module> =>
  come.catch((cause: unknown) => {
    throw new Missing('a part of this page did not come', { cause });
  });

const loadEditor = (): Promise<typeof import('./editor.ts')> => part(import('./editor.ts'));
const loadCompiler = (): Promise<typeof import('../core/program.ts')> =>
  part(import('../core/program.ts'));

import { isMarker, withoutMarks } from '../core/fold.ts';
import type { Program, RunError } from '../core/types.ts';
import { namesUrl, sandboxUrl } from '../sandbox/urls.ts';
import touchedCss from '../styles/touched.css?inline';
import type { Editor } from './editor.ts';
import { copyCode } from './copy-code.ts';
import { Knobs } from './knobs.ts';
import { Missing, loadCompiler, loadEditor } from './parts.ts';
import { Runs } from './runs.ts';
import type { Piece, Subject } from './runs.ts';
import { Sandbox } from './sandbox.ts';
import { missing } from './missing.ts';
import { keep, remembered } from './remember.ts';
import { expectSeen } from './seen.ts';
import { deliver, shareLink } from './share.ts';
import { View } from './view.ts';

// The page's policy allows adopted sheets, and no style elements.
const touched = new CSSStyleSheet();
touched.replaceSync(touchedCss);
document.adoptedStyleSheets.push(touched);

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

/** openLink opens the version that the address of the page holds. It does not run. */
export async function openLink(): Promise<void> {
  const version = await deliver(location.hash);
  if (version) await sessionOf(version.root).open(version.code);
}

/** One snippet in the hands of a reader. */
class Session implements Subject {
  readonly #view: View;
  readonly #written: string;
  readonly #knobs: Knobs;
  readonly #runs: Runs;
  #editor: Editor | null = null;
  /** What changes in the editor is kept for the tab. */
  #keeps = true;
  #hinted = false;

  constructor(root: HTMLElement) {
    this.#view = new View(root);
    this.#written = withoutMarks(this.#view.written);
    this.#runs = new Runs(this.#view, this);
    this.#knobs = new Knobs(this.#view.code, this.#view.written, () => void this.act('set'));
    this.#view.code.addEventListener('copy', copyCode);
    for (const sign of ['pointerover', 'focusin']) {
      root.addEventListener(sign, ({ target }) => {
        const place = target instanceof Element ? target : null;
        if (place?.closest('[data-do=edit]')) void loadEditor().catch(() => {});
        else if (place?.closest('.knob')) void loadCompiler().catch(() => {});
        if (place?.matches('.knob :focus-visible')) this.#hint();
      });
    }
  }

  get code(): string {
    return this.#editor?.code ?? withoutMarks(this.#knobs.code);
  }

  get edited(): boolean {
    return this.code !== this.#written;
  }

  greet(): void {
    if (!this.#editor && remembered(this.#view.root.id) !== null) {
      this.#view.note('Edit brings back what you typed before.');
    }
  }

  /** Says once how a keyboard goes through the values; what else is said there stays. */
  #hint(): void {
    if (this.#hinted || this.#view.noted) return;
    this.#hinted = true;
    this.#view.note('Left and right arrow keys lead from value to value.');
  }

  act(what: string): Promise<void> {
    return this.#told(async () => {
      if (what === 'run') await this.#run();
      else if (what === 'stop') this.#runs.stop('you pressed Stop');
      else if (what.startsWith('edit')) await this.#edit(what.split(' ').slice(1).map(Number));
      else if (what === 'reset') this.#reset();
      else if (what === 'copy') await this.#copy();
      else if (what === 'link') this.#view.note(await shareLink(this.#view.root.id, this.code));
      else if (what === 'set') await this.#set();
      else if (what.startsWith('knob ') && this.#knobs.turn(Number(what.slice(5))))
        await this.#set();
    });
  }

  /** Opens the editor with a version from elsewhere, which does not run by itself. */
  open(version: string): Promise<void> {
    return this.#told(async () => {
      if (!this.#editor) this.#open(await loadEditor());
      const own = this.edited ? ' Undo brings back what you had.' : '';
      if (version !== this.code) {
        // What the reader typed is kept until the reader types again.
        this.#keeps = false;
        this.#editor?.replace(version);
        this.#keeps = true;
      }
      this.#view.note(
        this.edited
          ? `This is a version from a link. It has not run.${own}`
          : 'The version from the link is the one of this page.',
      );
      expectSeen(this.#view.root);
    });
  }

  /** Does something, and says so where it fails. */
  async #told(does: () => Promise<void>): Promise<void> {
    try {
      await does();
    } catch (thrown) {
      this.#view.note(thrown instanceof Missing ? missing() : 'A fault of this page. Reload it.');
      throw thrown;
    }
  }

  async #run(): Promise<void> {
    if (sandbox) await this.#runs.run(sandbox);
  }

  /** A value was set: the program runs with it, and what ran with another gives way. */
  async #set(): Promise<void> {
    await this.#runs.drop('you changed a value');
    await this.#run();
  }

  get program(): Program {
    return JSON.parse(this.#view.root.dataset['program'] ?? '') as Program;
  }

  get fences(): Piece[] {
    return this.program.parts.map(({ id }) => {
      const root = document.getElementById(id);
      const { code, edited } = root ? sessionOf(root) : { code: '', edited: false };
      return { id, code, edited };
    });
  }

  mark(error: RunError | null): void {
    if (this.#editor) this.#editor.mark(error);
    else this.#view.markLine(error?.line ?? null);
  }

  /** Opens the editor, with the caret at a point of the window where there is one. */
  async #edit([x, y]: readonly number[]): Promise<void> {
    // An editor that is there gets the focus at once: what is typed next goes there.
    if (!this.#editor) this.#open(await loadEditor());
    this.#editor?.focus(x === undefined || y === undefined ? null : { x, y });
    // The first run of edited code then does not wait for them.
    void loadCompiler().catch(() => {});
    expectSeen(this.#view.root);
  }

  #open({ openEditor }: typeof import('./editor.ts')): void {
    // Edit may be pressed twice while it loads.
    if (this.#editor) return;
    const { root, code } = this.#view;
    const before = remembered(root.id);
    const set = this.code;
    this.#editor = openEditor({
      id: root.id,
      place: code,
      code: before ?? set,
      written: this.#view.written,
      names: namesUrl(root.dataset['base'] ?? '/'),
      run: () => void this.act('run'),
      changed: (text) => {
        if (this.#keeps) keep(root.id, text === this.#written ? null : text);
        this.#runs.offer();
      },
    });
    this.#runs.offer();
    if (before === null) return this.#view.note('');
    const both = set !== this.#written && set !== before;
    if (both) this.#editor.replace(set);
    this.#view.note(
      both
        ? 'With the values that you set. Undo brings back what you typed before.'
        : 'This is what you typed before. Reset takes it away.',
    );
  }

  #reset(): void {
    void this.#runs.drop('you pressed Reset');
    this.#view.restore();
    this.#view.markLine(null);
    this.#knobs.reset();
    this.#editor?.mark(null);
    if (this.#editor && this.edited) {
      this.#editor.replace(this.#written);
      this.#view.note('As it was. Undo in the editor brings your text back.');
    } else this.#view.note('As it was.');
    this.#runs.offer();
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

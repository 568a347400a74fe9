import { save } from '../figures/foot/save.ts';
import { takeText } from '../figures/foot/take.ts';
import { h } from '../figures/show/node.ts';
import type { HNode } from '../figures/show/node.ts';
import { patch } from '../figures/show/patch.ts';
import { openEditor } from '../snippets/browser/editor.ts';
import type { Editor } from '../snippets/browser/editor.ts';
import { Sandbox } from '../snippets/browser/sandbox.ts';
import { errorLine } from '../snippets/core/result.ts';
import type { RunError } from '../snippets/core/types.ts';
import { namesUrl } from '../snippets/sandbox/urls.ts';
import { askProgram } from './ask-program.ts';
import { folderOf } from './folder.ts';
import { JudgeBeside } from './judge-beside.ts';
import type { Judged } from './judge.ts';
import { LINK, readLink, writeLink } from './link.ts';
import { OF_A_VERDICT } from './preview.ts';
import type { Given } from './questions.ts';
import { NOT_LOADED, runner } from './runner.ts';
import { differenceNodes, judgedTable, needNodes, worstNodes } from './view.ts';
import { textFile, zip } from '../archive/zip.ts';

/** How long the reader has to pause before what was typed is judged. */
const PAUSE_MS = 150;

/** How long a text that came by a link is left alone with its reader. */
const READ_MS = 1000;

/** open makes the editor of the page answer; `starter` is the text that the page came with. */
export async function open(root: HTMLElement, starter: string): Promise<void> {
  const place = root.querySelector<HTMLElement>('[data-part=code]');
  if (place !== null) await new Session(root, place, starter).start();
}

/** The editor of a policy, with the verdicts of what stands in it. */
class Session {
  readonly #root: HTMLElement;
  readonly #editor: Editor;
  readonly #sandbox: Sandbox;
  readonly #version: string;
  /** There from the first judgement on: a text that only came by a link needs none. */
  #beside: JudgeBeside | null = null;
  #timer = 0;
  #turn = 0;
  /** What was judged last, and the text that it stands for. */
  #last: {
    readonly code: string;
    readonly judged: Judged;
    readonly given: readonly Given[];
  } | null = null;
  /** A text that came by a link waits until the reader types or asks. */
  #waits = false;

  constructor(root: HTMLElement, place: HTMLElement, code: string) {
    const { base = '/', version = '' } = root.dataset;
    this.#root = root;
    this.#version = version;
    this.#sandbox = new Sandbox(base);
    this.#editor = openEditor({
      id: 'your policy',
      place,
      code,
      written: code,
      names: namesUrl(base),
      run: () => void this.#judge(),
      changed: () => this.#typed(),
    });
    root.addEventListener('click', ({ target }) => void this.#act(target as Element));
    root.querySelector('select')?.addEventListener('change', () => void this.#compare());
    document.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-take-policy]');
      if (button) this.#take(button.dataset['takePolicy'] ?? '');
    });
    addEventListener('hashchange', () => void this.#linked());
  }

  async start(): Promise<void> {
    if (!(await this.#linked())) return this.#judge();
    // It is read first; meanwhile comes what will run it.
    setTimeout(() => void (this.#sandbox.open(false), runner()), READ_MS);
  }

  #typed(): void {
    if (this.#waits) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#judge(), PAUSE_MS);
  }

  async #act(target: Element): Promise<void> {
    const what = target.closest<HTMLElement>('[data-do]')?.dataset['do'];
    if (what === 'judge') await this.#judge();
    else if (what === 'link') await this.#share();
    else if (what === 'folder') this.#download();
    else if (what === 'steps') await this.#play();
  }

  /** Puts one of the named policies into the editor; Undo brings back what stood there. */
  #take(name: string): void {
    const text = document.querySelector(`[data-source="${name}"]`)?.textContent;
    if (!text) return;
    this.#editor.replace(text);
    this.#note(`This is ${name}. Undo in the editor brings back what you had.`);
    this.#root.scrollIntoView();
    this.#editor.focus(null);
  }

  /** Opens what the address holds, and does not run it; false where it holds nothing. */
  async #linked(): Promise<boolean> {
    if (!location.hash.startsWith(LINK)) return false;
    const linked = await readLink(location.hash);
    if ('why' in linked) {
      this.#note(linked.why);
      return false;
    }
    const { code, version } = linked;
    this.#waits = true;
    this.#editor.replace(code);
    this.#waits = false;
    clearTimeout(this.#timer);
    // No verdict may stand beside a text that it is not of.
    this.#last = null;
    for (const part of OF_A_VERDICT) this.#fill(part, []);
    this.#stale('Not judged yet.');
    const other =
      version === this.#version
        ? ''
        : ` The link was made with version ${version} of this site; this is ${this.#version}, and its verdicts may be others.`;
    this.#note(
      `This policy came by a link. It has not run: read it, then press Judge, or change it.${other} Undo brings back what stood here.`,
    );
    this.#root.scrollIntoView();
    return true;
  }

  /** Asks the program in the sandbox, and judges what it answered. */
  async #judge(): Promise<void> {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    const parts = await runner();
    if (turn !== this.#turn) return;
    if (parts === null) return this.#stale(NOT_LOADED);
    const { code } = this.#editor;
    const asked = await askProgram(this.#sandbox, parts, code, () => turn !== this.#turn);
    if (asked === null) return;
    if ('error' in asked) return this.#failed(asked.error);
    this.#editor.mark(null);
    if ('why' in asked) return this.#stale(asked.why);
    const asking = { given: asked.given, other: this.#other() };
    const verdicts = await (this.#beside ??= new JudgeBeside()).judge(asking);
    if (turn !== this.#turn) return;
    if ('error' in verdicts) {
      const { received, expected, remedy } = verdicts.error;
      return this.#stale(`${received}. Expected: ${expected}. ${remedy}`);
    }
    const { judged } = verdicts;
    this.#last = { code, judged, given: asked.given };
    this.#root.classList.remove('is-stale');
    this.#say('');
    this.#fill('verdicts', [judgedTable(judged, 'Verdicts of your policy')]);
    this.#fill('worst', [
      ...worstNodes(judged),
      ...(judged.worst
        ? [h('button', { type: 'button', 'data-do': 'steps' }, 'Show the steps as pictures')]
        : []),
    ]);
    this.#fill('needs', needNodes(judged));
    this.#fill('differs', differenceNodes(verdicts.differs, asking.other));
    // Another may have been chosen while this one was judged.
    if (asking.other !== this.#other()) await this.#compare();
  }

  #failed(error: RunError): void {
    const { fence, ...bare } = error;
    // What failed behind the reader's text has its line there.
    const own = fence === 'policy' ? bare : { ...bare, line: null, column: null };
    this.#editor.mark(own);
    this.#stale(`${errorLine(own)}. Nothing was judged.`);
  }

  /** Says why there is no verdict; what was judged before stays, and is said to be of before. */
  #stale(why: string): void {
    const before = this.#last ? ' What stands below is of an earlier text.' : '';
    this.#say(`${why}${before}`);
    this.#root.classList.toggle('is-stale', this.#last !== null);
  }

  /** The named policy that this one is compared with. */
  #other = (): string => this.#root.querySelector('select')?.value ?? '';

  async #compare(): Promise<void> {
    const [last, other] = [this.#last, this.#other()];
    if (last === null) return;
    const verdicts = await (this.#beside ??= new JudgeBeside()).judge({ given: last.given, other });
    // Meanwhile another text may have been judged, or another policy chosen.
    if ('error' in verdicts || last !== this.#last || other !== this.#other()) return;
    this.#fill('differs', differenceNodes(verdicts.differs, other));
  }

  async #share(): Promise<void> {
    const fragment = await writeLink({ code: this.#editor.code, version: this.#version });
    if (typeof fragment !== 'string') return this.#note(fragment.why);
    await takeText(this.#root, location.origin + location.pathname + fragment);
  }

  #download(): void {
    const { code } = this.#editor;
    if (this.#last?.code !== code)
      return this.#note(
        'This text has no verdicts yet, so the folder would have none. Press Judge first.',
      );
    const files = folderOf(code, this.#last.judged, this.#version).map(({ path, text }) =>
      textFile(path, text),
    );
    save(new Blob([zip(files)], { type: 'application/zip' }), 'my-policy.zip');
  }

  async #play(): Promise<void> {
    const worst = this.#last?.judged.worst;
    const steps = this.#root.querySelector('.pol-steps');
    if (!worst || !steps) return;
    const { playWorst } = await import('./play.ts');
    const player = playWorst(worst);
    if (player === null) return;
    this.#root.querySelector('[data-do=steps]')?.remove();
    steps.replaceWith(player);
    player.querySelector<HTMLElement>('[data-step=next]')?.focus();
  }

  #fill(part: string, nodes: readonly HNode[]): void {
    const at = this.#root.querySelector(`[data-part=${part}]`);
    if (at) patch(at, nodes);
  }

  #say = (text: string): void => this.#fill('said', text === '' ? [] : [text]);
  #note = (text: string): void => this.#fill('note', [text]);
}

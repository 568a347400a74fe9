import type { Mark } from './answering.ts';
import type { Input } from './link-form.ts';
import { Pad } from './pad.ts';
import { cutTo, LONGEST_TEXT } from './intake.ts';

const find = <T extends Element>(root: ParentNode, selector: string): T => {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};

/** One thing that can be said beside the text. */
interface Ask {
  readonly key: string;
  readonly control: HTMLInputElement | HTMLSelectElement;
  readonly wrong: Element | null;
}

/** The field and the choices: what a reader put in, by which way ever. Nothing that stood there is lost. */
export class Form {
  readonly pad: Pad;
  changed: () => void = () => {};
  readonly #root: HTMLElement;
  readonly #field: HTMLTextAreaElement;
  readonly #back: HTMLButtonElement;
  readonly #said: HTMLElement;
  /** The choices by their keys, each with the place that says what is wrong with it. */
  readonly #asks: readonly Ask[];
  #before: Input | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#field = find(root, '#triage-text');
    this.#back = find(root, '[data-do=back]');
    this.#said = find(root, '[data-said]');
    this.#asks = [...root.querySelectorAll<Ask['control']>('[data-ask]')].map((control) => {
      const key = control.dataset['ask'] ?? '';
      return { key, control, wrong: root.querySelector(`[id="ask-${key}-wrong"]`) };
    });
    this.pad = new Pad(this.#field, find(root, '[data-gutter]'), find(root, '[data-under]'));
    this.pad.read();
    this.#listen();
  }

  input(): Input {
    const asked: Record<string, string> = {};
    for (const { key, control } of this.#asks)
      if (control.value.trim() !== '') asked[key] = control.value;
    return { text: this.#field.value, asked };
  }

  holdsAny(): boolean {
    const { text, asked } = this.input();
    return text !== '' || Object.keys(asked).length > 0;
  }

  say(words: string): void {
    this.#said.textContent = words;
  }

  /** Puts another input in the place of what stands here, which can be put back. */
  put({ text, asked }: Input, words: string): void {
    this.#before = this.holdsAny() ? this.input() : null;
    this.#back.hidden = this.#before === null;
    const cut = cutTo(text, LONGEST_TEXT);
    this.#field.value = cut.text;
    this.#field.scrollTop = 0;
    for (const { key, control } of this.#asks) {
      const value = asked[key] ?? '';
      control.value = value;
      // A select shows only what it offers: the rest of a link is said, and not lost.
      if (control.value !== value) words += ` Left out: ${key}=${value.slice(0, 40)}.`;
    }
    const named = new Set(this.#asks.map(({ key }) => key));
    for (const key of Object.keys(asked))
      if (!named.has(key)) words += ` Left out: ${key.slice(0, 40)}.`;
    this.say([words, cut.why].filter((part) => part !== '').join(' '));
    this.pad.read();
  }

  answered(marks: readonly Mark[], wrong: Readonly<Record<string, string>>, empty: boolean): void {
    this.pad.mark(marks);
    for (const { key, control, wrong: place } of this.#asks) {
      const why = wrong[key] ?? '';
      if (control.getAttribute('aria-invalid') !== String(why !== ''))
        control.setAttribute('aria-invalid', String(why !== ''));
      if (place && place.textContent !== why) place.textContent = why;
    }
    this.#root.dataset['answered'] = empty ? 'empty' : 'yes';
  }

  #listen(): void {
    const field = this.#field;
    const typed = (): void => {
      this.pad.read();
      this.say('');
      this.changed();
    };
    field.addEventListener('input', typed);
    field.addEventListener('paste', (event) => {
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      const room = LONGEST_TEXT - field.value.length + field.selectionEnd - field.selectionStart;
      if (pasted.length <= room) return;
      event.preventDefault();
      const cut = cutTo(pasted, Math.max(0, room));
      field.setRangeText(cut.text, field.selectionStart, field.selectionEnd, 'end');
      typed();
      this.say(cut.why);
    });
    for (const type of ['dragover', 'drop'] as const)
      field.addEventListener(type, (event) => {
        const file = event.dataTransfer?.files[0];
        const holds = event.dataTransfer?.types.includes('Files') === true;
        if (!holds) return;
        event.preventDefault();
        if (type === 'drop' && file) void this.#open(file);
      });
    this.#root.addEventListener('input', ({ target }) => {
      if ((target as Element).matches('[data-ask]')) this.changed();
    });
    this.#root.addEventListener('change', ({ target }) => this.#chosen(target as Element));
    this.#root.addEventListener('click', ({ target }) => {
      const what = (target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
      if (what === 'clear') this.#put({ text: '', asked: this.input().asked }, '');
      if (what === 'unsay') this.#put({ text: field.value, asked: {} }, '');
      if (what === 'back' && this.#before) this.#put(this.#before, '');
    });
  }

  #chosen(target: Element): void {
    if (target.matches('[data-example]')) {
      const select = target as HTMLSelectElement;
      const text = select.selectedOptions[0]?.dataset['text'];
      if (text !== undefined) this.#put({ text, asked: {} }, '');
      select.value = '';
    }
    if (target.matches('[data-file]')) {
      const input = target as HTMLInputElement;
      const file = input.files?.[0];
      if (file) void this.#open(file);
      input.value = '';
    }
  }

  async #open(file: File): Promise<void> {
    // Few bring a file.
    const come = await import('./file.ts').catch(() => null);
    const read = (await come?.textOfFile(file, LONGEST_TEXT)) ?? {
      why: 'No file can be read now. Try again.',
    };
    if ('why' in read) this.say(read.why);
    else this.#put({ text: read.text, asked: this.input().asked }, read.said);
  }

  #put(input: Input, words: string): void {
    this.put(input, words);
    this.changed();
  }
}

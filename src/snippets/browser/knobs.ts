import { oneStop } from '../../figures/grid/stops.ts';
import { knobSays, unpackKnob } from '../knobs/knob.ts';
import type { Knob } from '../knobs/knob.ts';

/** A knob in the page: its text, and the button or the list that lies over it. */
interface Held extends Knob {
  readonly written: string;
  readonly text: Element;
  control: HTMLButtonElement | HTMLSelectElement;
}

const isSeen = (control: Element): boolean => control.closest('details:not([open])') === null;

/** The values in the code of one snippet that a reader sets without the editor. */
export class Knobs {
  readonly #written: string;
  readonly #held: readonly Held[];

  /** `written` is the code without a change; `set` is called where a list was set to another value. */
  constructor(code: HTMLElement, written: string, set: () => void) {
    this.#written = written;
    this.#held = [...code.querySelectorAll<HTMLElement>('.knob')].flatMap((place) => {
      const [text, control] = place.children;
      if (!text || !(control instanceof HTMLButtonElement)) return [];
      const { knob = '', at } = place.dataset;
      const from = Number(at);
      const value = text.textContent ?? '';
      const named = unpackKnob(knob);
      return [{ ...named, from, to: from + value.length, written: value, text, control }];
    });
    for (const held of this.#held) {
      if (held.choices.length > 2) this.#list(held, set);
    }
    // All values of a snippet are one stop of the Tab key.
    oneStop(code, () => [this.#held.map(({ control }) => control).filter(isSeen)]);
  }

  /** The code with the values as they are set. */
  get code(): string {
    let code = '';
    let at = 0;
    for (const { from, to, text } of this.#held) {
      code += this.#written.slice(at, from) + (text.textContent ?? '');
      at = to;
    }
    return code + this.#written.slice(at);
  }

  /** Takes the other of two values, or opens the list; true where a value was set. */
  turn(number: number): boolean {
    const held = this.#held[number];
    if (!held) return false;
    if (held.control instanceof HTMLSelectElement) {
      // The first touch of a snippet: the list took the place of the button that was pressed.
      held.control.focus();
      held.control.showPicker?.();
      return false;
    }
    const other = held.choices.find((choice) => choice !== held.text.textContent);
    this.#set(held, other ?? held.written);
    return true;
  }

  /** Sets every value as it was written. */
  reset(): void {
    for (const held of this.#held) this.#set(held, held.written);
  }

  #set(held: Held, value: string): void {
    held.text.textContent = value;
    if (held.control instanceof HTMLSelectElement) held.control.value = value;
    else held.control.ariaLabel = knobSays(held, value);
  }

  /** A button has two states; for more a list takes its place, where it lies. */
  #list(held: Held, set: () => void): void {
    const select = document.createElement('select');
    select.ariaLabel = held.name;
    for (const choice of held.choices) select.add(new Option(choice));
    select.value = held.written;
    select.addEventListener('change', () => {
      this.#set(held, select.value);
      set();
    });
    // Up and down are for the list, not for the way through the values.
    select.addEventListener('keydown', (event) => {
      if (/^Arrow(Up|Down)$/.test(event.key)) event.stopPropagation();
    });
    const focused = document.activeElement === held.control;
    held.control.replaceWith(select);
    held.control = select;
    if (focused) select.focus();
  }
}

import { vi } from 'vitest';

/** Input as both protocols take it: `actions` of W3C WebDriver. */
export type Actions = readonly Readonly<Record<string, unknown>>[];

/** What a protocol has to do for a browser. */
export interface Wire {
  /** Name and version, as the browser says them. */
  readonly version: string;
  goto(url: string): Promise<void>;
  /** What an expression becomes, awaited, as JSON; in the page, or in its first frame. */
  evaluate(expression: string, inFrame?: boolean): Promise<string>;
  act(actions: Actions): Promise<void>;
  close(): Promise<void>;
}

/** A busy machine must not fail a test. */
const PATIENCE = { timeout: 60_000, interval: 50 } as const;

/** A browser with one page, as a reader uses it. */
export class Engine {
  readonly version: string;
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
    this.version = wire.version;
  }

  goto(url: string): Promise<void> {
    return this.#wire.goto(url);
  }

  close(): Promise<void> {
    return this.#wire.close();
  }

  /** Runs a function in the page; arguments and result travel as JSON. */
  run<Given extends readonly unknown[], Found>(
    call: (...given: Given) => Found | Promise<Found>,
    ...given: Given
  ): Promise<Found> {
    return this.#runIn(false, call, given);
  }

  /** The same in the first frame of the page, whatever its origin. */
  runInFrame<Given extends readonly unknown[], Found>(
    call: (...given: Given) => Found | Promise<Found>,
    ...given: Given
  ): Promise<Found> {
    return this.#runIn(true, call, given);
  }

  async #runIn<Given extends readonly unknown[], Found>(
    inFrame: boolean,
    call: (...given: Given) => Found | Promise<Found>,
    given: Given,
  ): Promise<Found> {
    const words = given.map((one) => JSON.stringify(one)).join(', ');
    const text = await this.#wire.evaluate(
      `(async () => JSON.stringify((await (${call.toString()})(${words})) ?? null))()`,
      inFrame,
    );
    return JSON.parse(text) as Found;
  }

  /** The text of the first element that fits; null where there is none. */
  text(selector: string): Promise<string | null> {
    return this.run(
      (at) => document.querySelector<HTMLElement>(at)?.innerText.trim() ?? null,
      selector,
    );
  }

  /** Waits until the text of an element fits. */
  async says(selector: string, what: RegExp): Promise<string> {
    let text: string | null = null;
    await vi.waitFor(async () => {
      text = await this.text(selector);
      if (text === null || !what.test(text))
        throw new Error(`${selector} says ${JSON.stringify(text)}, expected ${what}`);
    }, PATIENCE);
    return text ?? '';
  }

  /**
   * Presses the pointer on the middle of the first element that fits, once it is there, stands still, and
   * the part that hears it has come.
   */
  async click(selector: string): Promise<void> {
    const [x, y] = await vi.waitUntil(() => this.#middle(selector), PATIENCE);
    const actions = [
      { type: 'pointerMove', x, y, duration: 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#wire.act([
      { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions },
    ]);
  }

  /** Null where a press now would hit nothing, or something else. */
  #middle(selector: string): Promise<readonly [number, number] | null> {
    return this.run(async (at) => {
      const one = document.querySelector(at);
      if (!one?.checkVisibility()) return null;
      one.scrollIntoView({ block: 'center', behavior: 'instant' });
      const middle = () => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [Math.round(x + width / 2), Math.round(y + height / 2)] as const;
      };
      const before = middle();
      await new Promise((later) => setTimeout(later, 100));
      const [x, y] = middle();
      if (x !== before[0] || y !== before[1] || one.closest(':not(:defined)')) return null;
      const hit = document.elementFromPoint(x, y);
      return one.contains(hit) ? ([x, y] as const) : null;
    }, selector);
  }

  /** Types on the keyboard, sign by sign. */
  async type(text: string): Promise<void> {
    await this.#keys([...text].flatMap((key) => [down(key), up(key)]));
  }

  /** Presses keys together, by their code points of WebDriver. */
  async chord(...keys: readonly string[]): Promise<void> {
    await this.#keys([...keys.map(down), ...keys.toReversed().map(up)]);
  }

  #keys(actions: Actions): Promise<void> {
    return this.#wire.act([{ type: 'key', id: 'keyboard', actions }]);
  }
}

const down = (value: string) => ({ type: 'keyDown', value });
const up = (value: string) => ({ type: 'keyUp', value });

/** Code points of keys that are no signs. */
export const CONTROL = '\uE009';
export const ENTER = '\uE007';

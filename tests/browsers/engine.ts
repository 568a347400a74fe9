import { vi } from 'vitest';

/** Input as both protocols take it: `actions` of W3C WebDriver. */
export type Actions = readonly Readonly<Record<string, unknown>>[];

/** What a protocol has to do for a browser. */
export interface Wire {
  /** Name and version, as the browser says them. */
  readonly version: string;
  goto(url: string): Promise<void>;
  /** What an expression becomes, awaited, as JSON. */
  evaluate(expression: string): Promise<string>;
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
  async run<Given extends readonly unknown[], Found>(
    call: (...given: Given) => Found | Promise<Found>,
    ...given: Given
  ): Promise<Found> {
    const words = given.map((one) => JSON.stringify(one)).join(', ');
    const text = await this.#wire.evaluate(
      `(async () => JSON.stringify((await (${call.toString()})(${words})) ?? null))()`,
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
    return vi.waitUntil(async () => {
      const text = (await this.text(selector)) ?? '';
      return what.test(text) && text;
    }, PATIENCE);
  }

  /** Presses the pointer on the middle of the first element that fits, once it is there. */
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

  #middle(selector: string): Promise<readonly [number, number] | null> {
    return this.run((at) => {
      const one = document.querySelector(at);
      if (!one?.checkVisibility()) return null;
      one.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = one.getBoundingClientRect();
      return [Math.round(x + width / 2), Math.round(y + height / 2)] as const;
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

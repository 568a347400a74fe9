/** Looks for something in one text, by the text alone. */
export type Find<T> = (text: string) => T;

/** Stands for `undefined`, which a list gives for what it does not have. */
const NOTHING = Symbol('nothing');

/**
 * What was found in texts that were looked at before. A reader asks `once` for all that depends on a
 * text alone, so a line that did not change, or comes again, is not looked at again. It keeps what the
 * last two readings used, and so never more than two pasted texts need.
 */
export class Memory {
  /** What was found in a text, each at the place of who looked. */
  #now = new Map<string, unknown[]>();
  #before: ReadonlyMap<string, unknown[]> = new Map();
  readonly #places = new Map<Find<unknown>, number>();

  /** A reading begins: texts that the one before the last had are forgotten. */
  begin(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  /** What `find` gives for a text; it must not depend on anything else, and nobody may change it. */
  once<T>(find: Find<T>, text: string): T {
    let place = this.#places.get(find);
    if (place === undefined) this.#places.set(find, (place = this.#places.size));
    let of = this.#now.get(text);
    if (of === undefined) this.#now.set(text, (of = this.#before.get(text) ?? []));
    let found = of[place];
    if (found === undefined) {
      found = find(text);
      // Kept too: that nothing was found.
      if (found === undefined) found = NOTHING;
      of[place] = found;
    }
    return (found === NOTHING ? undefined : found) as T;
  }
}

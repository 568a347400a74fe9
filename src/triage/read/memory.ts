/** Looks for something in one text, by the text alone. */
export type Find<T> = (text: string) => T;

/**
 * What was found in texts that were looked at before. A reader asks `once` for all that depends on a
 * text alone, so a line that did not change, or comes again, is not looked at again. It keeps what the
 * last two readings used, and so never more than two pasted texts need.
 */
export class Memory {
  #now = new Map<Find<unknown>, Map<string, unknown>>();
  #before = new Map<Find<unknown>, Map<string, unknown>>();

  /** A reading begins: what the one before the last used is forgotten. */
  begin(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  /** What `find` gives for a text; it must not depend on anything else, and nobody may change it. */
  once<T>(find: Find<T>, text: string): T {
    let now = this.#now.get(find) as Map<string, T> | undefined;
    if (now === undefined) this.#now.set(find, (now = new Map()));
    const known = now.get(text);
    if (known !== undefined || now.has(text)) return known as T;
    const before = this.#before.get(find) as Map<string, T> | undefined;
    const found = before?.has(text) ? (before.get(text) as T) : find(text);
    now.set(text, found);
    return found;
  }
}

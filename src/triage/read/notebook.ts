import type { KeyName } from '../keys/names.ts';
import { LONGEST_QUOTE, MOST_FACTS } from '../limits.ts';
import type { Ask, Call, Hardware, Incident, Vma } from './seen.ts';
import type { Line, Lines } from './lines.ts';
import type { Find, Memory } from './memory.ts';
import type { ReadParts, Shelf } from './parts.ts';

/** Something that the text says. */
export interface Fact {
  readonly key: KeyName;
  readonly value: string;
  readonly line: number;
  /** The line as it was pasted. */
  readonly text: string;
}

/** What the readers write down, in the order in which they find it. */
export class Notebook {
  readonly lines: Lines;
  /** What a number or the name of a kernel means. */
  readonly parts: Shelf<ReadParts>;
  readonly #memory: Memory;
  readonly calls: Call[] = [];
  readonly asks: Ask[] = [];
  readonly vmas: Vma[] = [];
  readonly hardware: Hardware[] = [];
  readonly incidents: Incident[] = [];
  /** Errors of which the text does not say what they belong to. */
  readonly loose: { readonly errno: string; readonly line: number }[] = [];
  /** Calls that failed and are none of KVM. */
  readonly elsewhere: { readonly name: string; readonly line: number }[] = [];
  /** Lines that a reader understood. */
  readonly used = new Set<number>();
  /** Lines whose error belongs to a call or to an incident. */
  readonly bound = new Set<Line>();
  readonly #facts = new Map<string, Fact>();
  readonly #last = new Map<KeyName, Fact>();

  constructor(lines: Lines, memory: Memory, parts: Shelf<ReadParts>) {
    this.lines = lines;
    this.parts = parts;
    this.#memory = memory;
  }

  /** What `find` gives for a text, by the text alone: looked for once, however often the text comes. */
  once<T>(find: Find<T>, text: string): T {
    return this.#memory.once(find, text);
  }

  /** A fact, kept once for each value; the one that is written down last is the `last` of its key. */
  fact(key: KeyName, value: string, line: number): void {
    this.used.add(line);
    const name = `${key} ${value}`;
    const text = (this.lines.raw[line - 1] ?? '').slice(0, LONGEST_QUOTE);
    const fact = { key, value, line, text };
    this.#last.set(key, fact);
    if (this.#facts.size < MOST_FACTS && !this.#facts.has(name)) this.#facts.set(name, fact);
  }

  incident(kind: Incident['kind'], line: number, words = ''): void {
    if (kind !== 'gap') this.used.add(line);
    this.incidents.push({ kind, line, words });
  }

  /** Something went wrong: what is only hinted at elsewhere may be about it. */
  get complains(): boolean {
    const { calls, asks, incidents, loose } = this;
    return [calls, asks, incidents, loose].some((list) => list.length > 0);
  }

  /** What was written down last about a key; null where nothing was. */
  last(key: KeyName): Fact | null {
    return this.#last.get(key) ?? null;
  }

  /** All facts in the order of their lines. */
  facts(): Fact[] {
    return [...this.#facts.values()].sort((a, b) => a.line - b.line);
  }
}

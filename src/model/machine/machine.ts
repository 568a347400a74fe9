/** Who makes a move. */
export type Actor = 'A' | 'owner' | 'kvm' | 'B' | 'hardware' | 'vmm';

/** The moves out of one state. A searcher makes one and hands it to every rule. */
export class Moves {
  /** The states that follow, one a move. */
  readonly next: Int32Array;
  /** What each move breaks: bit i stands for `properties[i]` of the machine. */
  readonly breaks: Int32Array;
  count = 0;

  constructor(most: number) {
    this.next = new Int32Array(most);
    this.breaks = new Int32Array(most);
  }

  /** Adds a move. More than `most` of them are counted, so that the searcher can tell. */
  add(next: number, breaks: number): void {
    this.next[this.count] = next;
    this.breaks[this.count++] = breaks;
  }
}

/** One kind of move. */
export interface Rule {
  /** Stable name, unique in its machine. */
  readonly name: string;
  readonly actor: Actor;
  /** What happens, as a short sentence. */
  readonly label: string;
  /** Why it can happen, as one plain sentence. */
  readonly reason: string;
  /** Ids of the sources that say so; empty for what the set-up of the story says. */
  readonly source: readonly string[];
  /** Bit g: the rule may act in states of group g. Left out: in all. It only saves time. */
  readonly groups?: number;
  /** Adds every move of this kind that is possible in the state. */
  readonly to: (state: number, moves: Moves) => void;
}

/** Anything that can be searched: states are whole numbers below 2 ** bits. */
export interface Machine {
  readonly bits: number;
  readonly start: readonly number[];
  readonly rules: readonly Rule[];
  /** Group of a state, 0 to 31, so that rules which cannot act there are not asked. */
  readonly groupOf?: (state: number) => number;
  /** What the moves may break, at most 30 names. */
  readonly properties: readonly string[];
}

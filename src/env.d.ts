declare namespace App {
  interface Locals {
    /** Address of the chapter being rendered, by which its claims find the numbers of their sources. */
    chapter?: string;
    /** Sources that already have their note in the margin of this page. */
    noted?: Set<string>;
    /** Which style sheet of tables is linked on this page. */
    tables?: 'words' | 'stand' | 'answer';
    /** The sheet of rulers is linked on this page. */
    ruler?: boolean;
    /** Answers that a kernel was seen to give, by their keys. */
    seen?: import('./observations/sighting.ts').Seen;
    /** How many listings stand on this page so far; the first links their sheet. */
    listings?: number;
    /** The page has commands; the first of them linked what copies them. */
    commands?: boolean;
    /** Terms beside the prose of this page, in captions and lists of reasons, by the text. */
    beside?: Readonly<Record<string, readonly { id: string; from: number; to: number }[]>>;
    /** How many lists of reasons stand on this page so far. */
    lists?: number;
    /** The sheet of drawings is linked on this page. */
    stage?: 'still' | 'story';
  }
}

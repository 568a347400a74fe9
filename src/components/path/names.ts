/** Under what a browser keeps the progress, and which form of it this site reads. */
export const KEY = 'stage-two progress';
export const VERSION = 1;

/** Where guesses stood when they were kept for themselves: a card's heading, and what was guessed. */
export const OLD_GUESSES = 'guesses';

/** Under what a browser keeps the progress, and which form of it this site reads. */
export const KEY = 'stage-two progress';
export const VERSION = 1;

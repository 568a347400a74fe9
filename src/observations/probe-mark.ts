/** What stands before each object that `probe --json` prints. */
export const MARK = '@lab ';

/** True for a text that holds what `probe --json` printed. */
export const isProbe = (text: string): boolean => text.includes(`${MARK}{`);

/** What stands for a printed value that nobody can draw. */
export const UNPRINTABLE = '[a value that cannot be printed]';

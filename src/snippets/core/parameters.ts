/** The one module that a snippet may import. */
export const MODULE = 'stage-two';

/** The parameters of the function whose body `Program.js` is: the module, and three ways to report. */
export const PARAMETERS = ['$two', '$at', '$ok', '$no'] as const;

/** How long a snippet may take, in milliseconds of real time, and of its own timers. */
export const MAX_MS = 2000;

/** How many characters (UTF-16 units) a snippet may print. */
export const MAX_TEXT = 64 * 1024;

/** How many times a snippet may print. */
export const MAX_EVENTS = 1000;

/** How many questions to a snippet's own policies are told while they are asked. */
export const MAX_ASKS = 2000;

/** How many characters the fragment of a link to a version may have; mail and chat cut longer ones. */
export const MAX_LINK = 6000;

/** How many bytes the version in a link may have, unpacked. */
export const MAX_LINKED = 32 * 1024;

/** What stands below output that was cut. */
export const CUT_LINE = '[Output ends here. A snippet may print 64 KiB of text and 1000 times.]';

/** The name that a snippet's code has in stack traces, by which its own frames are found. */
export const SOURCE_NAME = 'snippet.js';

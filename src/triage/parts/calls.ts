/* Calls of a trace, and calls as programs word them: the part for texts that tell of one. */
export { readMentions } from '../read/mentions.ts';
export { readTraces } from '../read/traces.ts';

/* Calls of a trace, and calls as programs word them: the part for texts that tell of one. */
export { slotHistory } from '../case/slot-history.ts';
export { slotRequest } from '../case/slot-request.ts';
export { readExits } from '../read/exits.ts';
export { readMentions } from '../read/mentions.ts';
export { readTraces } from '../read/traces.ts';

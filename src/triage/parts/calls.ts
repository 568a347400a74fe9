/* What the calls of a text come to: the part for texts that tell of one. */
export { slotHistory } from '../case/slot-history.ts';
export { slotRequest } from '../case/slot-request.ts';

/* What requests for slots come to: the part for texts that tell of one. */
export { slotHistory } from '../case/slot-history.ts';
export { slotRequest } from '../case/slot-request.ts';

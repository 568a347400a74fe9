/* What KVM says to a request for a slot that was there: the part for traces that ask so. */
export { changeOf } from '../case/slot-changed.ts';

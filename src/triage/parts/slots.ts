import { SLOT_MEMORY } from '../reasons/slot-memory.ts';
import { SLOT_REQUEST } from '../reasons/slot-request.ts';
import type { Family } from '../reasons/reason.ts';

/** The rules of the reasons for which a memslot call fails: the part for texts about one. */
export const SLOTS: Family = { ...SLOT_REQUEST, ...SLOT_MEMORY };

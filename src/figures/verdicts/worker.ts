import { GUEST_S1S, VMA_KINDS } from '../../model/index.ts';
import { found, judge } from './judge.ts';

/*
 * Searches every set-up that a reader can choose, beside the page, so that no choice has to wait
 * for a search. Its one message holds all results.
 */
for (const vma of VMA_KINDS) for (const guestS1 of GUEST_S1S) judge(vma, guestS1);
postMessage(found());

import { aligned, badAddress, unaligned } from '../rules/alignment.ts';
import { changed, unchanged } from '../rules/slot-change.ts';
import { badFlags, goodFlags } from '../rules/slot-flags.ts';
import { beyond, overlapping } from '../rules/slot-range.ts';
import { anyOf, type Family } from './reason.ts';

/** Checks of the memslot request itself, before any VMA is looked at. */
export const SLOT_REQUEST: Family = {
  'slot-alignment': { proves: anyOf(unaligned, badAddress), excludes: aligned },
  'slot-existing': { proves: changed, excludes: unchanged },
  'slot-flags': { proves: badFlags, excludes: goodFlags },
  'slot-overlap': { proves: overlapping },
  'slot-ipa': { proves: beyond },
};

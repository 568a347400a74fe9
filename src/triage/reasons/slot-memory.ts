import { ground } from '../case/ground.ts';
import { bound, noFile, notMappable, withMte } from '../rules/guest-memfd.ts';
import {
  lacksFeature,
  mteOff,
  mteOn,
  noSeries,
  slotHas,
  slotWithout,
  supportsCacheable,
  withFlag,
  without,
} from '../rules/shared.ts';
import { anyOf, type Family, type Rule } from './reason.ts';

const DIRTY = 'KVM_MEM_LOG_DIRTY_PAGES';

/** Two grounds that prove something together; the first names both. */
function both(first: Rule, second: Rule, words: string): Rule {
  return (s) => {
    const one = first(s);
    return one && second(s) ? ground(one.line, words) : null;
  };
}

/** Checks of the memslot call over the memory behind the slot. */
export const SLOT_MEMORY: Family = {
  'slot-gmem': { proves: anyOf(notMappable, withMte, bound), excludes: noFile },
  'slot-mte': {
    proves: both(
      mteOn,
      withFlag('VM_PFNMAP'),
      'the VM has MTE and the mapping is VM_PFNMAP, which lacks VM_MTE_ALLOWED',
    ),
    excludes: mteOff,
    hints: mteOn,
  },
  'slot-dirty-log': {
    proves: both(
      slotHas(DIRTY),
      withFlag('VM_PFNMAP'),
      `${DIRTY} is asked for, and the mapping is VM_PFNMAP`,
    ),
    excludes: anyOf(slotWithout(DIRTY), without('VM_PFNMAP')),
    hints: slotHas(DIRTY),
  },
  'slot-cacheable': {
    excludes: anyOf(noSeries, supportsCacheable, without('VM_PFNMAP')),
    hints: lacksFeature,
  },
  'slot-pkvm': { hints: (s) => s.where('protectedVm', '1', 'the VM is a protected one') },
};

import { ground } from '../case/ground.ts';
import type { Situation } from '../case/situation.ts';
import type { Slot } from '../case/slot-history.ts';
import type { Change } from '../case/slot-changed.ts';
import { NO_SLOT } from '../read/seen.ts';
import type { Rule } from '../reasons/reason.ts';

/** What the model says to this request over the slot that is there; null where too little is known. */
function changeOf(s: Situation): (Change & { readonly was: Slot | null }) | null {
  const now = s.slot?.fields ?? NO_SLOT;
  const was =
    s.history.slots.find(({ fields }) => fields.slot === now.slot && now.slot !== null) ?? null;
  const never = s.is('slot.exists', '0') || (s.history.whole && now.slot !== null);
  if (!was && !(never && now.memorySize === 0n)) return null;
  const change = s.book.parts.get('changes')?.changeOf(was?.fields ?? null, now) ?? null;
  return change && { ...change, was };
}

export const changed: Rule = (s) => {
  const change = changeOf(s);
  return change?.refused ? ground(change.was?.line ?? s.slot?.line ?? null, change.words) : null;
};

export const unchanged: Rule = (s) => {
  if (s.is('slot.exists', '0')) return s.because('slot.exists', 'the slot was not there before');
  const change = changeOf(s);
  if (change) return change.refused ? null : ground(change.was?.line ?? null, change.words);
  const id = s.slot?.fields.slot ?? null;
  return s.history.whole && id !== null && !s.history.slots.some(({ fields }) => fields.slot === id)
    ? ground(
        s.slot?.line ?? null,
        `the trace begins with the VM, and slot ${id} was not made before`,
      )
    : null;
};

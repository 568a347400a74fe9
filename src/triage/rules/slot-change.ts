import { ground } from '../case/ground.ts';
import type { Situation } from '../case/situation.ts';
import type { Slot } from '../case/slot-history.ts';
import { hex } from '../keys/number.ts';
import { NO_SLOT } from '../read/seen.ts';
import type { Rule } from '../reasons/reason.ts';

/** What the model says to this request over the slot that is there; null where too little is known. */
function changeOf(s: Situation): { refused: boolean; was: Slot | null; words: string } | null {
  const now = s.slot?.fields ?? NO_SLOT;
  const was =
    s.history.slots.find(({ fields }) => fields.slot === now.slot && now.slot !== null) ?? null;
  const sizeZero = now.memorySize === 0n;
  if (!was) {
    const never = s.is('slot.exists', '0') || (s.history.whole && now.slot !== null);
    if (!never || !sizeZero) return null;
    const refused = s.book.parts.get('changes')?.isRefused({ oldExists: false, sizeZero });
    return refused === undefined
      ? null
      : { refused, was, words: 'size 0 for a slot that was never made' };
  }
  const old = was.fields;
  const pairs = [
    ['memory_size', old.memorySize, now.memorySize],
    ['userspace_addr', old.userspaceAddr, now.userspaceAddr],
    ['guest_phys_addr', old.guestPhysAddr, now.guestPhysAddr],
  ] as const;
  const differs = pairs.map(([, a, b]) => a !== null && b !== null && a !== b);
  const [npagesDiffers, userspaceAddrDiffers, baseGfnDiffers] = differs as [
    boolean,
    boolean,
    boolean,
  ];
  const has = (flags: string | null, flag: string) => (flags ?? '').split(' ').includes(flag);
  const readonly = [old.flags, now.flags].map((flags) => has(flags, 'KVM_MEM_READONLY'));
  const bothFlags = old.flags !== null && now.flags !== null;
  const refused = s.book.parts.get('changes')?.isRefused({
    oldExists: true,
    sizeZero,
    npagesDiffers,
    userspaceAddrDiffers,
    baseGfnDiffers,
    ...(bothFlags && { oldReadonly: readonly[0] === true, newReadonly: readonly[1] === true }),
  });
  const whole = sizeZero || (bothFlags && pairs.every(([, a, b]) => a !== null && b !== null));
  if (refused === undefined || (!refused && !whole)) return null;
  const changes = pairs
    .filter((_, i) => differs[i])
    .map(([name, a, b]) => `${name} was ${hex(a ?? 0n)} and is ${hex(b ?? 0n)}`);
  if (bothFlags && readonly[0] !== readonly[1]) changes.push('KVM_MEM_READONLY changed');
  const words = `slot ${now.slot} is there: ${changes.join(', ') || 'nothing but dirty logging differs'}`;
  return { refused, was, words };
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

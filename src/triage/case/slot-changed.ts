import { refusesChange } from '../../model/index.ts';
import { hex } from '../keys/number.ts';
import type { SlotFields } from '../read/seen.ts';

/** What KVM says to a request, and what it would change. */
export interface Change {
  readonly refused: boolean;
  readonly words: string;
}

/** The change from one slot to another; `old` is null for one that was never made. Null where too little is known. */
export function changeOf(old: SlotFields | null, now: SlotFields): Change | null {
  const sizeZero = now.memorySize === 0n;
  if (old === null)
    return {
      refused: refusesChange({ oldExists: false, sizeZero }),
      words: 'size 0 for a slot that was never made',
    };
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
  const refused = refusesChange({
    oldExists: true,
    sizeZero,
    npagesDiffers,
    userspaceAddrDiffers,
    baseGfnDiffers,
    ...(bothFlags && { oldReadonly: readonly[0] === true, newReadonly: readonly[1] === true }),
  });
  const whole = sizeZero || (bothFlags && pairs.every(([, a, b]) => a !== null && b !== null));
  if (!refused && !whole) return null;
  const changes = pairs
    .filter((_, i) => differs[i])
    .map(([name, a, b]) => `${name} was ${hex(a ?? 0n)} and is ${hex(b ?? 0n)}`);
  if (bothFlags && readonly[0] !== readonly[1]) changes.push('KVM_MEM_READONLY changed');
  const words = `slot ${now.slot} is there: ${changes.join(', ') || 'nothing but dirty logging differs'}`;
  return { refused, words };
}

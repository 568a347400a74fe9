import { ground } from '../case/ground.ts';
import { hex } from '../keys/number.ts';
import type { Rule } from '../reasons/reason.ts';

const LAST_ID = 32_766n;
const LEAST_PAGE = 0x1000n;
const MOST_PAGE = 0x1_0000n;
const TAG = 0xffn << 56n;
const NUMBERS = ['slot.memorySize', 'slot.guestPhysAddr', 'slot.userspaceAddr'] as const;
const WORDS: Readonly<Record<(typeof NUMBERS)[number], string>> = {
  'slot.memorySize': 'memory_size',
  'slot.guestPhysAddr': 'guest_phys_addr',
  'slot.userspaceAddr': 'userspace_addr',
};

export const unaligned: Rule = (s) => {
  const known = s.number('pageSize');
  const page = known ?? LEAST_PAGE;
  for (const key of NUMBERS) {
    const value = s.number(key);
    if (value === null || value % page === 0n) continue;
    const size =
      known === null
        ? `${hex(page)}, the least page size`
        : `the page size ${hex(page)} (${page / 1024n}K)`;
    return s.because(
      key,
      `${WORDS[key]} ${hex(value)} is no multiple of ${size}: ${hex(value % page)} over`,
    );
  }
  return null;
};

export const badAddress: Rule = (s) => {
  const host = s.number('slot.userspaceAddr');
  if (host !== null && (host & TAG) !== 0n && (host & (1n << 55n)) === 0n)
    return s.because('slot.userspaceAddr', `userspace_addr ${hex(host)} has a tag in its top byte`);
  const id = s.slot?.fields.slot ?? null;
  if (id !== null && id > LAST_ID)
    return ground(s.slot?.line ?? null, `slot ${id} is above ${LAST_ID}, the last id`);
  const [guest, size] = [s.number('slot.guestPhysAddr'), s.number('slot.memorySize')];
  return guest !== null && size !== null && guest + size > 1n << 64n
    ? s.because('slot.guestPhysAddr', 'guest_phys_addr plus memory_size wraps around')
    : null;
};

export const aligned: Rule = (s) => {
  const page = s.number('pageSize') ?? MOST_PAGE;
  const fits = NUMBERS.every((key) => {
    const value = s.number(key);
    return value !== null && value % page === 0n;
  });
  return fits
    ? s.because('slot.memorySize', `size and both addresses are multiples of ${hex(page)}`)
    : null;
};

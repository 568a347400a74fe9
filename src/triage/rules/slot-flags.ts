import { ground } from '../case/ground.ts';
import { SLOT_FLAGS } from '../keys/flags.ts';
import type { Rule } from '../reasons/reason.ts';
import { noGuestMemfd } from './shared.ts';

const GMEM = 'KVM_MEM_GUEST_MEMFD';

export const badFlags: Rule = (s) => {
  const names = s.names('slot.flags');
  if (!names) return null;
  const unknown = names.find((name) => !SLOT_FLAGS.includes(name));
  if (unknown !== undefined)
    return s.because('slot.flags', `${unknown} is no flag that KVM on arm64 knows`);
  if (!names.includes(GMEM)) return null;
  if (names.length > 1) return s.because('slot.flags', `${GMEM} excludes the other flags`);
  if (s.slot?.firstForm) return ground(s.slot.line, `${GMEM} needs KVM_SET_USER_MEMORY_REGION2`);
  return noGuestMemfd(s);
};

export const goodFlags: Rule = (s) => {
  const names = s.names('slot.flags');
  if (!names || badFlags(s)) return null;
  const said = names.length === 0 ? 'flags 0' : names.join(' ');
  if (!names.includes(GMEM))
    return s.because('slot.flags', `${said}: known flags, and none that excludes another`);
  const file = s.book.calls.find(
    ({ name, end }) => name === 'KVM_CREATE_GUEST_MEMFD' && end === 'done',
  );
  if (file)
    return ground(file.line, 'the guest_memfd file could be made, so the kernel knows the flag');
  return s.kernel && !s.kernel.beforeGuestMemfd
    ? s.because('kernel', `${s.kernel.name} knows ${GMEM}`)
    : null;
};

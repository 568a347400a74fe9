import type { Situation } from './case/situation.ts';
import type { Judgement } from './judge.ts';
import { reasonOf } from './reasons/list.ts';
import type { ReasonId } from './reasons/reason.ts';

const NOTHING =
  'Paste the line with the error and what stands around it: the output of strace or of the VMM, and the log of the host (dmesg).';
const WHICH_CALL =
  'Find out which call failed first: strace -f -e trace=ioctl on the VMM shows KVM_RUN, the memslot call or another, each with its error.';
const NO_COMPLAINT = 'Say what failed: the call and its error, or paste the lines with it.';
const NONE_LEFT = 'Check what was read and chosen, and paste a longer part of the log.';

/** How a reason is confirmed, as it stands here. */
export function confirmOf(id: ReasonId, s: Situation): string {
  const { confirm } = reasonOf(id);
  return typeof confirm === 'string' ? confirm : confirm(s);
}

/** How a reason is mended, as it stands here. */
export function remedyOf(id: ReasonId, s: Situation): string {
  const { remedy } = reasonOf(id);
  return typeof remedy === 'string' ? remedy : remedy(s);
}

/** What one types to look, as it stands here; null where no command shows it. */
export function commandOf(id: ReasonId, s: Situation): string | null {
  const { command = null } = reasonOf(id);
  return typeof command === 'function' ? command(s) : command;
}

/** The next thing to do: for one reason that is left, how to make sure and how to mend it. */
export function nextOf(s: Situation, { left }: Judgement, understood: boolean): string {
  const { of } = s.complaint;
  const [first, ...others] = left;
  if (!first) return of !== 'nothing' ? NONE_LEFT : understood ? NO_COMPLAINT : NOTHING;
  if (of === 'errno') return WHICH_CALL;
  const confirm = confirmOf(first.id, s);
  return others.length > 0 ? confirm : `${confirm} ${remedyOf(first.id, s)}`;
}

import type { Situation } from './case/situation.ts';
import type { Judgement } from './judge.ts';
import type { WordsHere } from './reasons/words.ts';

const NOTHING =
  'Paste the line with the error and what stands around it: the output of strace or of the VMM, and the log of the host (dmesg).';
const WHICH_CALL =
  'Find out which call failed first: strace -f -e trace=ioctl on the VMM shows KVM_RUN, the memslot call or another, each with its error.';
const NO_COMPLAINT = 'Say what failed: the call and its error, or paste the lines with it.';
const EXITED =
  'KVM_RUN returned and did not fail: read in the log of the guest why it stopped, and in that of the VMM what it does with this exit.';
const NONE_LEFT = 'Check what was read and chosen, and paste a longer part of the log.';

/** The next thing to do: for one reason that is left, how to make sure and how to mend it. */
export function nextOf(
  s: Situation,
  { left }: Judgement,
  understood: boolean,
  wordsOf: WordsHere,
): string {
  const { of } = s.complaint;
  const [first, ...others] = left;
  if (!first && of === 'exit') return EXITED;
  if (!first) return of !== 'nothing' ? NONE_LEFT : understood ? NO_COMPLAINT : NOTHING;
  if (of === 'errno') return WHICH_CALL;
  const { confirm, remedy } = wordsOf(first.id);
  return others.length > 0 ? confirm : `${confirm} ${remedy}`;
}

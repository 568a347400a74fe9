import { runInWords } from './words.ts';
import type { RecordedCase } from './schema.ts';

/** Flags of a VMA that the model looks at. */
const FLAGS = ['VM_PFNMAP', 'VM_MIXEDMAP', 'VM_ALLOW_ANY_UNCACHED', 'VM_IO', 'VM_WRITE'];

/** How far a case came: where it ended earlier, less is asked about it. */
function endOf({ slot, run }: RecordedCase): string {
  if (slot === null) return 'no VMA';
  if (slot.errno !== null) return 'no slot';
  if (run === null) return 'no guest';
  return runInWords(run) === null ? 'own stage 1' : 'ran';
}

/**
 * What the model is asked about a case of the probe, as one word: of two cases with the same word it says
 * the same. The probe makes one VMA, and none in its place.
 */
export function questionOf(one: RecordedCase): string {
  const { vma, slot, then, guest } = one;
  return JSON.stringify([
    [vma.by, vma.memory, vma.pgprot, vma.attrIndx, vma.frames, vma.size],
    FLAGS.filter((flag) => vma.flags.includes(flag)),
    slot?.flags,
    then && [then.move, then.flags, then.errno === null, then.vma !== undefined],
    [guest?.op, guest?.at],
    endOf(one),
  ]);
}

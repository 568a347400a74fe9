import { checkInWords, memslotChange, prepareMemoryRegion } from '../../../model/index.ts';
import type { Step } from '../../../model/index.ts';
import type { Values } from '../../form/field.ts';

/** The kernel whose ladder is drawn. */
const KERNEL = 'v7.3';

const on = (values: Values, key: string): boolean => values[key] === '1';

/** One gate of the ladder: a question that can refuse the slot. */
export interface Gate {
  /** What KVM asks, with the answer where it was asked: 'the range overlaps: no'. */
  readonly words: string;
  /** It was asked, and let the slot through; it refused; or it was not asked. */
  readonly state: 'passed' | 'refuses' | 'not asked';
}

/** The ladder, and how the slot ends. */
export interface Ladder {
  readonly gates: readonly Gate[];
  /** The errno of the refusal, and what the last gate answered; null where the slot is accepted. */
  readonly refusal: { readonly errno: string; readonly words: string } | null;
}

/** A slot with nothing wrong: its way is the whole ladder. */
const SOUND: Values = { cacheable: '1', fwb: '1', dic: '1' };

/** Both halves of the request: the code of all architectures, then the hook of arm64. */
function asked(values: Values): { because: readonly Step[]; errno: string | null } {
  const generic = memslotChange(KERNEL, {
    oldExists: false,
    unknownFlag: on(values, 'flag'),
    badGeometry: on(values, 'geometry'),
    overlap: on(values, 'overlap'),
  });
  if (generic.errno !== null) return generic;
  const attrIndx = on(values, 'cacheable') ? 'MT_NORMAL' : 'MT_NORMAL_NC';
  const hook = prepareMemoryRegion(KERNEL, {
    vmas: [{ vmPfnmap: true, attrIndx }],
    beyondIpa: on(values, 'ipa'),
    vmHasMte: on(values, 'mte'),
    logDirtyPages: on(values, 'log'),
    fwb: on(values, 'fwb'),
    dic: on(values, 'dic'),
  });
  return { because: [...generic.because, ...hook.because], errno: hook.errno };
}

/** Questions that sort a request and never refuse it: they are steps, and no gates. */
const SORTS: ReadonlySet<string> = new Set([
  '!npages',
  '!old || !old->npages',
  'change == KVM_MR_DELETE',
  'hva < reg_end',
  '(vma->vm_flags & VM_PFNMAP) && kvm_vma_is_cacheable(vma)',
]);

const wordsOf = ({ check }: Step): string =>
  (checkInWords(check) ?? check).replace(/^whether /, '');

/** Gates that only a protected VM can be stopped at are left out; the picture has no such VM. */
const isGate = (step: Step): boolean =>
  !SORTS.has(step.check) && !wordsOf(step).includes('protected VM');

/** ladderOf asks the model and lays its steps over the ladder of a sound slot. */
export function ladderOf(values: Values): Ladder {
  const { because, errno } = asked(values);
  const steps = because.filter(isGate);
  const way = new Map(
    steps.map((step) => [wordsOf(step), `${wordsOf(step)}: ${step.answer ? 'yes' : 'no'}`]),
  );
  const refuses = errno === null ? undefined : steps.at(-1);
  const gates = asked(SOUND)
    .because.filter(isGate)
    .map((step): Gate => {
      const words = wordsOf(step);
      const last = refuses !== undefined && words === wordsOf(refuses);
      return {
        words: way.get(words) ?? words,
        state: last ? 'refuses' : way.has(words) ? 'passed' : 'not asked',
      };
    });
  const refusal =
    errno === null || refuses === undefined
      ? null
      : { errno, words: way.get(wordsOf(refuses)) ?? '' };
  return { gates, refusal };
}

import { inputError } from '../../base/diagnose.ts';
import type { ModelError } from '../../base/error.ts';
import { flag, integer, number, optional, type ReadOf } from '../../base/field.ts';
import type { Trace } from '../../base/step.ts';
import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { KernelName, NamedRules } from '../kernels/registry.ts';
import { MAX_PAGE } from '../vma/vma.ts';
import { OFFERED_SHIFTS, PAGE, pagesIn, PMD, PUD, type OfferedShift } from './shifts.ts';

/** What `vmaPageShift` is asked. Addresses of user space are page numbers, 4K pages. */
export interface VmaPageShiftInput {
  /** VM_PFNMAP. */
  readonly vmPfnmap?: boolean;
  /** huge_page_shift() of a hugetlb VMA; left out for any other VMA. */
  readonly hugetlbShift?: OfferedShift;
  /** First page of the VMA. */
  readonly vmStart: number;
  /** The page after its last one. */
  readonly vmEnd: number;
  /** vm_pgoff; v6.16 and v6.17 take it as the PFN of the first page. Default 0. */
  readonly vmPgoff?: number;
  /** The page that faulted. */
  readonly hva: number;
}

/** 'supported': the VMA offers more than a page. */
export interface VmaPageShiftDecision extends DecisionOf<
  'vmaPageShift',
  'supported' | 'not-supported'
> {
  /** log2 of the size: 12 page, 21 PMD, 30 PUD; 16 and 25 for a hugetlb VMA of contiguous entries. */
  readonly shift: OfferedShift | null;
}

const WHERE = 'get_vma_page_shift';

const FIELDS = [
  flag('vmPfnmap', 'VM_PFNMAP is set'),
  optional(number('hugetlbShift', 'page shift of a hugetlb VMA', OFFERED_SHIFTS)),
  integer('vmStart', 'first page of the VMA', 0, MAX_PAGE),
  integer('vmEnd', 'page after the last page of the VMA', 0, MAX_PAGE),
  integer('vmPgoff', 'vm_pgoff', 0, MAX_PAGE, { default: 0 }),
  integer('hva', 'the page that faulted', 0, MAX_PAGE),
] as const;

type Query = ReadOf<typeof FIELDS>;

/** The question, its fields and its rules. */
export const VMA_PAGE_SHIFT: Asked<typeof FIELDS, VmaPageShiftDecision> = {
  question: 'vmaPageShift',
  fields: FIELDS,
  nothing: { shift: null },
  wrong,
  decide: (q, rules, trace) => {
    const shift = shiftOf(q, rules, trace);
    return { verdict: shift === PAGE ? 'not-supported' : 'supported', ret: shift, shift };
  },
};

/**
 * The largest size that a VMA offers for a fault: `get_vma_page_shift()`. Until v6.17 a PFNMAP
 * offers blocks by vm_pgoff; v7.3 takes them from hugetlb alone and leaves PFNMAP to the host's
 * own leaf. Source: C1 (v6.16), CODE617 (v6.17), CODE734 and L-LEAF (v7.3).
 */
export function vmaPageShift(kernel: KernelName, input: VmaPageShiftInput): VmaPageShiftDecision {
  return ask(VMA_PAGE_SHIFT, kernel, input);
}

function shiftOf(q: Query, rules: NamedRules, trace: Trace): OfferedShift {
  const { vmPfnmap, hugetlbShift } = q;
  const source = rules.source.granule;
  const hugetlb = hugetlbShift !== null;
  const seen = hugetlb ? { hugetlb, hugetlbShift } : { hugetlb };
  if (!rules.has.pfnmapShift) {
    trace.ask('is_vm_hugetlb_page(vma)', WHERE, seen, hugetlb, source);
    return hugetlbShift ?? PAGE;
  }
  const check = 'is_vm_hugetlb_page(vma) && !(vma->vm_flags & VM_PFNMAP)';
  const huge = vmPfnmap ? null : hugetlbShift;
  trace.ask(check, WHERE, { ...seen, vmPfnmap }, huge !== null, source);
  if (huge !== null) return huge;
  if (trace.ask('!(vma->vm_flags & VM_PFNMAP)', WHERE, { vmPfnmap }, !vmPfnmap, source))
    return PAGE;
  if (blockFits(q, PUD, 'PUD_SIZE', rules, trace)) return PUD;
  return blockFits(q, PMD, 'PMD_SIZE', rules, trace) ? PMD : PAGE;
}

/**
 * Both addresses agree modulo the block, and the block lies in the VMA. The end is looked at
 * through a rounding up that leaves an aligned address where it is: then it is not checked.
 */
function blockFits(
  { vmStart, vmEnd, vmPgoff, hva }: Query,
  shift: number,
  name: string,
  { source }: NamedRules,
  trace: Trace,
): boolean {
  const block = pagesIn(shift);
  const pa = vmPgoff + (hva - vmStart);
  const inBlock = hva % block;
  const down = hva - inBlock;
  const up = inBlock === 0 ? hva : down + block;
  const fits = inBlock === pa % block && down >= vmStart && up <= vmEnd;
  const check =
    `(hva & (${name} - 1)) == (pa & (${name} - 1)) && ` +
    `ALIGN_DOWN(hva, ${name}) >= vma->vm_start && ALIGN(hva, ${name}) <= vma->vm_end`;
  return trace.ask(check, WHERE, { hva, pa, vmStart, vmEnd }, fits, source.granule);
}

function wrong({ vmStart, vmEnd, hva }: Query): ModelError | null {
  if (vmStart <= hva && hva < vmEnd) return null;
  const wanted = 'a page from vmStart up to, and without, vmEnd';
  const remedy = 'The kernel looks a VMA up by the page that faulted: give a page in it.';
  return inputError('contradiction', 'hva', hva, wanted, `hva: ${vmStart}`, remedy);
}

import type { FaultRun, FaultStage } from '../fault/run.ts';
import { CONT_PTE, PAGE, pagesIn, PMD, PUD, shiftName, type LeafShift } from './shifts.ts';
import type { SizeQuery } from './size-input.ts';

/**
 * The size to begin with: what the VMA offers and the memslot permits, and for a nested guest what
 * the L1 leaf maps. Dirty logging wants pages.
 */
export const resolveSize: FaultStage = (run) => {
  const { size, dirtyLogging } = run.q;
  if (size === null) return null;
  const { loggingCheck, size: where } = run.names;
  if (askSize(run, loggingCheck, { dirtyLogging }, dirtyLogging, where)) run.forcePage = true;
  else run.shift = offered(run, size);
  capByNested(run);
  if (run.shift !== PAGE) run.pagesBack = size.gfn % pagesIn(run.shift);
  return null;
};

/** A step about sizes: the sources differ from those of the other checks of a fault. */
export function askSize<A extends boolean | string>(
  run: FaultRun,
  check: string,
  inputs: Readonly<Record<string, boolean | number>>,
  answer: A,
  where: string,
): A {
  return run.ask(check, inputs, answer, where, run.rules.source.granule);
}

/** Whether the memslot permits a block here; on a pKVM host a PMD is the only one. */
export function slotSupports(run: FaultRun, size: SizeQuery, shift: LeafShift): boolean {
  const { slotMaxShift } = size;
  const { pkvmHost } = run.q;
  const check = `fault_supports_stage2_huge_mapping(memslot, hva, ${shiftName(shift)})`;
  const permitted = shift <= slotMaxShift && (shift === PMD || !pkvmHost);
  return askSize(run, check, { slotMaxShift, pkvmHost }, permitted, run.names.size);
}

/** Contiguous entries count as the size below; a block that the memslot refuses forces a page. */
function offered(run: FaultRun, size: SizeQuery): LeafShift {
  const { vmaPageShift } = size;
  const check = 'get_vma_page_shift(vma, hva)';
  askSize(run, check, { vmaPageShift }, shiftName(vmaPageShift), run.names.size);
  if (vmaPageShift === PAGE) return PAGE;
  if (vmaPageShift === PUD && slotSupports(run, size, PUD)) return PUD;
  if (vmaPageShift !== CONT_PTE && slotSupports(run, size, PMD)) return PMD;
  run.forcePage = true;
  return PAGE;
}

/** No larger than the L1 leaf, rounded down to a size of the host; a cap of a page forces it. */
function capByNested(run: FaultRun): void {
  const { nested } = run.q;
  if (nested === null) return;
  const { blockShift } = nested;
  const limit = run.forcePage ? PAGE : Math.min(blockShift, PUD);
  const cap = limit >= PUD ? PUD : limit >= PMD ? PMD : PAGE;
  const check = 'min(kvm_s2_trans_size(nested), max_map_size)';
  const { size: where } = run.names;
  askSize(
    run,
    check,
    { l1BlockShift: blockShift, forcePage: run.forcePage },
    shiftName(cap),
    where,
  );
  run.forcePage = cap === PAGE;
  if (cap < run.shift) run.shift = cap;
}

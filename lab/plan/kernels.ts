import type { Suite } from '../packages/suites.ts';

/** A kernel that the lab boots: the newest of its series that the suite has with headers. */
export interface KernelPlan {
  /** The series, as `--kernel` takes it. */
  readonly name: string;
  readonly suite: Suite;
  /** Where the suite no longer has the series, its newest kernel is taken instead. */
  readonly orNewest: boolean;
  /** Only on the CPU models that decide, in the kernel's own mode: for one that is shown to equal another. */
  readonly few?: true;
}

/** Newest first; `--quick` takes the first. */
export const KERNELS: readonly [KernelPlan, ...KernelPlan[]] = [
  { name: '7.3', suite: 'trixie-backports', orNewest: true },
  { name: '7.2', suite: 'trixie-backports', orNewest: false, few: true },
  { name: '6.12', suite: 'bookworm-backports', orNewest: false },
  { name: '6.1', suite: 'bookworm', orNewest: false },
];

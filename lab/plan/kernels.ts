import type { Suite } from '../packages/suites.ts';
import {
  HEADERS_616,
  HEADERS_617,
  HEADERS_618,
  HEADERS_619,
  HEADERS_70,
  HEADERS_71,
  type Unlisted,
} from './unlisted.ts';

/** A kernel that the lab boots: the newest of its series that the suite has with headers. */
export interface KernelPlan {
  /** As `--kernel` takes it: the series, with the suite where two have kernels of it. */
  readonly name: string;
  readonly series: string;
  readonly suite: Suite;
  /** Where the suite no longer has the series, its newest kernel is taken instead. */
  readonly orNewest: boolean;
  /** Only on the CPU models that decide, in the kernel's own mode. */
  readonly few?: true;
  /** The series that it is shown to equal, or to differ from in what was read; no other is held against it. */
  readonly beside?: string;
  /** The release whose image the suite has and whose headers it lists no more. */
  readonly unlisted?: Unlisted;
}

/** Newest first; `--quick` takes the first. */
export const KERNELS: readonly [KernelPlan, ...KernelPlan[]] = [
  { ...series('7.3'), suite: 'trixie-backports', orNewest: true },
  { ...besides('7.2', '7.3'), suite: 'trixie-backports' },
  { ...besides('7.1', '6.17'), suite: 'trixie-backports', unlisted: HEADERS_71 },
  { ...besides('7.0', '6.17'), suite: 'trixie-backports', unlisted: HEADERS_70 },
  { ...besides('6.19', '6.17'), suite: 'trixie-backports', unlisted: HEADERS_619 },
  { ...besides('6.18', '6.17'), suite: 'trixie-backports', unlisted: HEADERS_618 },
  { ...series('6.17'), suite: 'trixie-backports', few: true, unlisted: HEADERS_617 },
  { ...besides('6.16', '6.12'), suite: 'trixie-backports', unlisted: HEADERS_616 },
  { ...besides('6.12', '6.12'), name: '6.12-trixie', suite: 'trixie' },
  { ...series('6.12'), suite: 'bookworm-backports' },
  { ...series('6.1'), suite: 'bookworm' },
];

function series(name: string) {
  return { name, series: name, orNewest: false };
}

function besides(name: string, beside: string) {
  return { ...series(name), few: true as const, beside };
}

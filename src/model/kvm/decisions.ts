import type { CapabilityDecision } from './capability/check-extension.ts';
import type { FaultDecision } from './fault/handle-fault.ts';
import type { MemslotChangeDecision } from './memslot/change.ts';
import type { MemslotDecision } from './memslot/prepare.ts';
import type { VmaCacheableDecision } from './vma/cacheable.ts';

/** Any answer about the kernel. */
export type Decision =
  | CapabilityDecision
  | VmaCacheableDecision
  | MemslotChangeDecision
  | MemslotDecision
  | FaultDecision;

/** The questions about the kernel, by function name. */
export type Question = Decision['question'];

/** Every verdict that a decision may have. */
export type Verdict = Decision['verdict'];

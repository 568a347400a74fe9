import type { Field } from '../base/field.ts';
import { CAPABILITY_FIELDS, checkExtension } from './capability/check-extension.ts';
import type { Decision, Question } from './decisions.ts';
import { handleFault } from './fault/handle-fault.ts';
import { FAULT_FIELDS } from './fault/input.ts';
import type { Kernel } from './kernels/registry.ts';
import { CHANGE_FIELDS, memslotChange } from './memslot/change.ts';
import { SLOT_QUERY_FIELDS } from './memslot/input.ts';
import { prepareMemoryRegion } from './memslot/prepare.ts';
import { VMA_CACHEABLE_FIELDS, vmaIsCacheable } from './vma/cacheable.ts';

/** A question about the kernel as data: what it takes, and how it is asked. */
export interface QuestionRules {
  readonly fields: readonly Field[];
  /** Asks with any input: what is wrong with it comes back in the decision. */
  readonly ask: (kernel: Kernel, input: never) => Decision;
}

/** Every question about the kernel. Searches, the command line and reference pages read this. */
export const QUESTIONS: Readonly<Record<Question, QuestionRules>> = {
  checkExtension: { fields: CAPABILITY_FIELDS, ask: checkExtension },
  vmaIsCacheable: { fields: VMA_CACHEABLE_FIELDS, ask: vmaIsCacheable },
  memslotChange: { fields: CHANGE_FIELDS, ask: memslotChange },
  prepareMemoryRegion: { fields: SLOT_QUERY_FIELDS, ask: prepareMemoryRegion },
  handleFault: { fields: FAULT_FIELDS, ask: handleFault },
};

/** The rules of a question, or null where the model does not know it. */
export function questionRules(question: unknown): QuestionRules | null {
  const known = typeof question === 'string' && Object.hasOwn(QUESTIONS, question);
  return known ? QUESTIONS[question as Question] : null;
}

/** A value that a check looked at or answered with. */
export type StepValue = boolean | number | string | null;

/** How far a check is confirmed, where it was not evaluated on every input: 'read' in the source. */
export type StepStatus = 'read';

/**
 * One check on the way to an answer, in the terms of the kernel or of the Arm ARM.
 * The steps of an answer stand in the order in which the checks are made.
 */
export interface Step {
  /** The check as the kernel or the manual writes it, such as `kvm_vma_is_cacheable(vma)`. */
  readonly check: string;
  /** The function or the rule in which the check stands. */
  readonly in: string;
  /** What the check looked at, by the field name of the question. */
  readonly inputs: Readonly<Record<string, StepValue>>;
  /** What the check answered. */
  readonly answer: boolean | number | string;
  /** Ids of the sources that state the check. */
  readonly source: readonly string[];
  /** True on the one step that ended the question. */
  readonly decides: boolean;
  /** Left out where the check was evaluated. */
  readonly status?: StepStatus;
}

/** Collects the steps of one answer and marks the one that ended the question. */
export class Trace {
  readonly steps: Step[] = [];

  /** Adds a step and gives its answer back, so that a rule reads as `if (trace.ask(...))`. */
  ask<A extends boolean | number | string>(
    check: string,
    where: string,
    inputs: Readonly<Record<string, StepValue>>,
    answer: A,
    source: readonly string[],
  ): A {
    this.steps.push({ check, in: where, inputs, answer, source, decides: false });
    return answer;
  }

  /** As `ask`, for a check that was not evaluated. */
  note<A extends boolean | number | string>(
    status: StepStatus,
    check: string,
    where: string,
    inputs: Readonly<Record<string, StepValue>>,
    answer: A,
    source: readonly string[],
  ): A {
    this.steps.push({ check, in: where, inputs, answer, source, decides: false, status });
    return answer;
  }

  /** Marks the step asked last as the one that ended the question. */
  decided(): void {
    const last: { decides: boolean } | undefined = this.steps.at(-1);
    if (last) last.decides = true;
  }
}

import type { ModelError } from '../../base/error.ts';
import type { Decision, Question } from '../../kvm/decisions.ts';
import {
  KERNELS,
  rulesOf,
  unknownKernel,
  type Kernel,
  type KernelName,
} from '../../kvm/kernels/registry.ts';
import { axisKey } from './domain.ts';
import { finite, isError, wholeTable } from './whole-table.ts';

/** One question that was asked. */
export interface Run {
  readonly kernel: KernelName;
  readonly input: object;
}

/** One answer of one check, and how often the runs saw it. */
export interface RuleCoverage {
  readonly kernel: Kernel;
  /** The function in which the check stands. */
  readonly in: string;
  readonly check: string;
  readonly answer: boolean | number | string;
  /** 0: no run came here with this answer. */
  readonly runs: number;
}

/** What a set of runs exercised. */
export interface Coverage {
  readonly question: Question | null;
  /** Rows of the whole tables of the kernels asked: all of them, and those that a run is. */
  readonly rows: { readonly reached: number; readonly of: number };
  /** Every answer that any row gives to any check, in the order of first appearance. */
  readonly rules: readonly RuleCoverage[];
  /** Runs with an input that was refused. */
  readonly refused: number;
  /** Runs that are no row of the table, such as one with a range. Their checks count. */
  readonly beside: number;
  readonly error?: ModelError;
}

/**
 * Which rows and which answers of which checks a set of runs exercised, against the whole table of
 * the question for each kernel that the runs ask. An `error` where the question has no table, or
 * a run names an unknown kernel.
 */
export function coverage(question: Question, runs: readonly Run[]): Coverage {
  const asked = finite(question);
  if (isError(asked)) return failed(asked);
  const unknown = runs.find(({ kernel }) => rulesOf(kernel) === null);
  if (unknown) return failed(unknownKernel(unknown.kernel));
  const { rules, domain } = asked;
  const seen = new Map<string, number>();
  const rows = new Set<string>();
  let [refused, beside] = [0, 0];
  const followed = runs.map((run) => ({ ...run, kernel: rulesOf(run.kernel)?.name as Kernel }));
  for (const { kernel, input } of followed) {
    const decision = rules.ask(kernel, input as never);
    if (decision.verdict === 'invalid') {
      refused += 1;
      continue;
    }
    const row = axisKey(domain, input as Readonly<Record<string, unknown>>);
    if (row === null) beside += 1;
    else rows.add(`${kernel} ${row}`);
    for (const key of ruleKeys(decision)) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const kernels = KERNELS.filter((kernel) => followed.some((run) => run.kernel === kernel));
  const all = kernels.map((kernel) => tableRules(question, kernel));
  return {
    question,
    rows: { reached: rows.size, of: all.reduce((sum, { of }) => sum + of, 0) },
    rules: all.flatMap(({ known }) =>
      [...known].map(([key, rule]) => ({ ...rule, runs: seen.get(key) ?? 0 })),
    ),
    refused,
    beside,
  };
}

interface TableRules {
  readonly of: number;
  readonly known: ReadonlyMap<string, Omit<RuleCoverage, 'runs'>>;
}

/** To read a whole table takes seconds, and it never changes. */
const READ = new Map<string, TableRules>();

function tableRules(question: Question, kernel: Kernel): TableRules {
  const name = `${question} ${kernel}`;
  const before = READ.get(name);
  if (before) return before;
  const known = new Map<string, Omit<RuleCoverage, 'runs'>>();
  let of = 0;
  for (const { decision } of wholeTable(question, kernel).rows) {
    of += 1;
    for (const { in: where, check, answer } of decision.because) {
      const key = ruleKey(kernel, where, check, answer);
      if (!known.has(key)) known.set(key, { kernel, in: where, check, answer });
    }
  }
  const read = { of, known };
  READ.set(name, read);
  return read;
}

function ruleKeys({ kernel, because }: Decision): Set<string> {
  return new Set(because.map((step) => ruleKey(kernel, step.in, step.check, step.answer)));
}

const ruleKey = (...parts: readonly unknown[]): string => parts.map(String).join('\n');

function failed(error: ModelError): Coverage {
  return {
    question: null,
    rows: { reached: 0, of: 0 },
    rules: [],
    refused: 0,
    beside: 0,
    error,
  };
}

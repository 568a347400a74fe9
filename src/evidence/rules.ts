import { ruleId } from '../link/stable-id.ts';
import { checkInWords, type Step } from '../model/index.ts';
import { allRows, compare } from '../observations/compare.ts';
import type { Recorded } from '../observations/schema.ts';
import { askedBeside } from './asked.ts';
import type { Outside } from './outside.ts';

/** How a rule stands: given by somebody else too, read by us alone, or not read. */
export const STANDINGS = ['confirmed', 'inferred', 'unknown'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Kinds of what says a rule beside the model. */
export const KINDS = ['pseudocode', 'source', 'kernels', 'read'] as const;
export type Kind = (typeof KINDS)[number];

/** A check of the model, and who gives its answers too. Plain data. */
export interface Rule {
  /** Its address on the page: the same as long as the check has these words. */
  readonly id: string;
  /** The function of the kernel, or the rule of the architecture, in which it stands. */
  readonly in: string;
  readonly check: string;
  /** What it asks, where it asks anything; else empty. */
  readonly asks: string;
  /** Rows of Arm's pseudocode and of the functions of Linux that went through it, and their files. */
  readonly pseudocode: number;
  readonly source: number;
  readonly files: readonly string[];
  /** Answers of real kernels that went through it, and the versions that gave them. */
  readonly kernels: number;
  readonly versions: readonly string[];
  /** Ids of the sources in which it was read. */
  readonly read: readonly string[];
  /** True where it was read and not evaluated. */
  readonly readOnly: boolean;
  readonly standing: Standing;
}

type Open = { -readonly [K in keyof Omit<Rule, 'standing'>]: Rule[K] };

const NOT_READ = 'the code was read';

/** Every check that the model makes, with its witnesses; one with the fewest kinds of witness first. */
export function rulesOf(files: readonly Outside[], runs: readonly Recorded[]): readonly Rule[] {
  // A run goes through checks a million times, so that each is found by its own words, not by their sum.
  const rules = new Map<string, Map<string, Open>>();
  const of = (step: Step): Open => {
    const inside = rules.get(step.in) ?? new Map<string, Open>();
    const known = inside.get(step.check) ?? opened(step);
    if (!step.source.every((one) => known.read.includes(one)))
      known.read = [...new Set([...known.read, ...step.source])];
    known.readOnly ||= step.status === 'read';
    if (inside.size === 0) rules.set(step.in, inside);
    inside.set(step.check, known);
    return known;
  };
  for (const { name, function: fn, steps } of files)
    for (const { step, rows } of steps) {
      const rule = of(step);
      rule[fn.startsWith('arch.') ? 'pseudocode' : 'source'] += rows;
      rule.files = [...rule.files, name];
    }
  for (const run of runs)
    for (const { verdict, decisions } of allRows(compare(run)))
      if (verdict === 'agrees')
        for (const rule of new Set(decisions.flatMap(({ because }) => because.map(of))))
          seenOn(rule, run.kernel.version);
  for (const step of askedBeside()) of(step);
  return [...rules.values()]
    .flatMap((inside) => [...inside.values()])
    .map((rule): Rule => ({ ...rule, standing: standingOf(rule) }))
    .toSorted((a, b) => kindsOf(a).length - kindsOf(b).length || compareText(a, b));
}

/** The kinds of witness that a rule has. */
export const kindsOf = (rule: Omit<Rule, 'standing'>): readonly Kind[] =>
  KINDS.filter((kind) => (kind === 'read' ? rule.read.length > 0 : rule[kind] > 0));

function opened({ in: where, check }: Step): Open {
  const id = ruleId(where, check);
  const none = { pseudocode: 0, source: 0, kernels: 0, files: [], versions: [], read: [] };
  return { id, in: where, check, asks: checkInWords(check) ?? '', readOnly: false, ...none };
}

function seenOn(rule: Open, version: string): void {
  rule.kernels += 1;
  if (!rule.versions.includes(version)) rule.versions = [...rule.versions, version];
}

function standingOf({ check, pseudocode, source, kernels }: Omit<Rule, 'standing'>): Standing {
  if (check === NOT_READ) return 'unknown';
  return pseudocode + source + kernels > 0 ? 'confirmed' : 'inferred';
}

const compareText = (a: Rule, b: Rule): number =>
  a.in < b.in ? -1 : a.in > b.in ? 1 : a.check < b.check ? -1 : 1;

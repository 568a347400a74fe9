import type { Ground } from '../case/ground.ts';
import type { Situation } from '../case/situation.ts';
import type { CHAPTERS } from '../chapters.ts';

/** The reasons, by the ids of the answer. */
export const REASON_IDS = [
  'slot-alignment',
  'slot-flags',
  'slot-existing',
  'slot-overlap',
  'slot-ipa',
  'slot-gmem',
  'slot-mte',
  'slot-dirty-log',
  'slot-cacheable',
  'slot-pkvm',
  'run-alignment',
  'run-status',
  'run-no-vma',
  'run-no-page',
  'run-cacheable',
  'run-mte',
  'run-gmem',
  'run-pin',
  'run-pkvm',
  'run-no-syndrome',
  'run-external-abort',
  'run-size',
  'run-vcpu',
  'cap-wrong-fd',
  'cap-unknown-number',
  'cap-missing-feature',
  'cap-yes',
  'cap-protected',
  'ordinary-fault',
  'silent-device',
  'guest-ring-uncached',
  'guest-own-device',
  'not-kvm-iommu-map',
  'not-kvm-vfio-bind',
  'not-kvm-sigbus',
  'not-kvm-driver',
  'decode-only',
] as const;

export type ReasonId = (typeof REASON_IDS)[number];

/** A rule: the ground on which it holds; null where text and choices do not say so. */
export type Rule = (s: Situation) => Ground | null;

/** One reason for which something fails, or is only surprising. */
export interface Reason {
  readonly id: ReasonId;
  /** What is wrong, in a sentence. */
  readonly title: string;
  /** What to look at or to try; it may depend on what is known. */
  readonly confirm: string | ((s: Situation) => string);
  /** What mends it; it may depend on what is known. */
  readonly remedy: string | ((s: Situation) => string);
  readonly chapter: keyof typeof CHAPTERS;
  readonly source: readonly string[];
  readonly status: 'confirmed' | 'inferred';
  /** The first release in which it can happen; null where every release has it. */
  readonly since: string | null;
  /** The last release in which it can happen; without it the newest has it too. */
  readonly until?: string;
  /** What one types on the host to look, as far as a shell shows it; it may depend on what is known. */
  readonly command?: string | ((s: Situation) => string | null);
  /** Shows that the check fails, whatever else is wrong. */
  readonly proves?: Rule;
  readonly excludes?: Rule;
  /** Speaks for the reason without proving it. */
  readonly hints?: Rule;
}

/** The first of several rules that holds. */
export function anyOf(...rules: readonly Rule[]): Rule {
  return (s) => {
    for (const rule of rules) {
      const found = rule(s);
      if (found) return found;
    }
    return null;
  };
}

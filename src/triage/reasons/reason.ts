import type { Ground } from '../case/ground.ts';
import type { Situation } from '../case/situation.ts';

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
  'no-kvm',
  'kvm-rights',
  'vm-create',
  'gmem-create',
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

/** What says whether a reason remains. Of one without rules neither text nor choices say it. */
export interface Rules {
  /** Shows that the check fails, whatever else is wrong. */
  readonly proves?: Rule;
  readonly excludes?: Rule;
  /** Speaks for the reason without proving it. */
  readonly hints?: Rule;
  /** Which of its other words hold, by their name in `reasons.json`; null for none. */
  readonly where?: (s: Situation) => string | null;
}

/** Reasons that belong together, with their rules. */
export type Family = Readonly<Partial<Record<ReasonId, Rules>>>;

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

import type { ModelError } from '../../base/error.ts';
import type { Step } from '../../base/step.ts';
import type { Attributes } from '../attributes.ts';
import type { DeviceType } from '../device.ts';
import type { Half } from '../half.ts';
import type { Shareability } from '../sh-names.ts';

/** Something about an input that the reader should know beside the answer. */
export interface Finding {
  /** The field of the input. */
  readonly field: 's1.attr' | 's1.sh' | 's2.memAttr' | 's2.sh';
  /** `reserved` encoding, or a bit that is RES0 here and set. */
  readonly finding: 'reserved' | 'res0-set';
  /** What the architecture permits. */
  readonly permitted: string;
}

/**
 * What stage 1 and stage 2 give together. The fields hold what every permitted answer agrees on;
 * with a reserved input a field may be null, and `type` may be 'reserved'.
 */
export interface Combined {
  readonly kind: 'combined';
  readonly type: 'Device' | 'Normal' | 'reserved' | 'invalid';
  readonly device: DeviceType | null;
  readonly inner: Half | null;
  readonly outer: Half | null;
  readonly shareability: Shareability | null;
  readonly tagged: boolean | null;
  readonly noTagAccess: boolean | null;
  readonly xs: boolean | null;
  /**
   * Every answer that the architecture permits, the usual one first: the programmed stage-1 SH
   * enters stage 2. Empty where nothing can be asserted.
   */
  readonly permitted: readonly Attributes[];
  readonly findings: readonly Finding[];
  readonly because: readonly Step[];
  readonly error?: ModelError;
}

/** The fields of an answer; null where the permitted answers differ. */
export type Agreed = Pick<
  Combined,
  'type' | 'device' | 'inner' | 'outer' | 'shareability' | 'tagged' | 'noTagAccess' | 'xs'
>;

/** Nothing is agreed: no answer can be asserted. */
export const NOTHING_AGREED: Agreed = {
  type: 'reserved',
  device: null,
  inner: null,
  outer: null,
  shareability: null,
  tagged: null,
  noTagAccess: null,
  xs: null,
};

/** Puts an answer together. Written out field by field: a spread costs more than the combining. */
export function answer(
  agreed: Agreed,
  permitted: readonly Attributes[],
  findings: readonly Finding[],
  because: readonly Step[],
): Combined {
  return {
    kind: 'combined',
    type: agreed.type,
    device: agreed.device,
    inner: agreed.inner,
    outer: agreed.outer,
    shareability: agreed.shareability,
    tagged: agreed.tagged,
    noTagAccess: agreed.noTagAccess,
    xs: agreed.xs,
    permitted,
    findings,
    because,
  };
}

/** The answer to an input that is not one. */
export function refusal(error: ModelError): Combined {
  return { ...answer(NOTHING_AGREED, [], [], []), type: 'invalid', error };
}

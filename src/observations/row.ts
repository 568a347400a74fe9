import type { Decision } from '../model/index.ts';

/** What of a kernel's answer is held against the model. */
export const POINTS = [
  'capability on /dev/kvm',
  'capability on the VM',
  'memslot',
  'entry',
  'change of flags',
  'KVM_RUN',
  'map protection',
  'map size',
  'frames',
  'permissions added',
  'data cache',
  'instruction cache',
  'leaf',
] as const;

export type Point = (typeof POINTS)[number];

/** One answer of a kernel beside the model's. */
export interface Row {
  readonly point: Point;
  /** What the kernel did, in few words. */
  readonly seen: string;
  /** What the model says, in the same words; null where it was not asked. */
  readonly model: string | null;
  readonly verdict: 'agrees' | 'differs' | 'not asked';
  /** Why the model was not asked; null where it was. */
  readonly why: string | null;
  /** The answers of the model that the row confirms, where it agrees. */
  readonly decisions: readonly Decision[];
  /** Names of questions with their whole input, where a table asks by it. */
  readonly keys?: readonly string[];
}

/** A row in which the model was asked. */
export function held(
  point: Point,
  seen: string,
  model: string,
  decisions: readonly Decision[],
): Row {
  const verdict = seen === model ? 'agrees' : 'differs';
  return { point, seen, model, verdict, why: null, decisions };
}

/** A row in which it was not, with the reason. */
export function notAsked(point: Point, seen: string, why: string): Row {
  return { point, seen, model: null, verdict: 'not asked', why, decisions: [] };
}

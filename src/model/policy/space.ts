import { inputError } from '../base/diagnose.ts';
import type { ModelError } from '../base/error.ts';
import { isMapWord, readFaultAnswer, readSlotAnswer } from './answers.ts';
import { HOSTS, VMAS, type Host } from './page.ts';
import type { FaultAnswer, Policy, PolicyFault } from './policy.ts';
import { PolicyError, safely } from './safely.ts';

/**
 * All that a policy can answer on one kind of host: refuse the memslot, accept it and fail at the
 * fault, or map with one of three types, each with or without maintenance at the map.
 */
export const HOST_ANSWERS = [
  'refuse',
  'fail late',
  'normal',
  'normal, maintained',
  'device',
  'device, maintained',
  'normal-nc',
  'normal-nc, maintained',
] as const;

/** What a policy answers on one kind of host. */
export type HostAnswer = (typeof HOST_ANSWERS)[number];

/** An answer as an address and a command line write it: `normal-maintained`. */
export const answerWord = (answer: HostAnswer): string => answer.replaceAll(/[, ]+/g, '-');

/** One answer for each of `HOSTS`, in their order: a policy that decides by FWB and DIC. */
export type PolicyPoint = readonly [HostAnswer, HostAnswer, HostAnswer, HostAnswer];

/** The error that the landed code gives for both (CODE617); no property asks which it is. */
const REFUSED = 'EINVAL';

const FAULTS: Readonly<Record<HostAnswer, FaultAnswer>> = {
  refuse: REFUSED,
  'fail late': REFUSED,
  normal: 'normal',
  'normal, maintained': { map: 'normal', maintain: true },
  device: 'device',
  'device, maintained': { map: 'device', maintain: true },
  'normal-nc': 'normal-nc',
  'normal-nc, maintained': { map: 'normal-nc', maintain: true },
};

/** The policy at a point, for `explore` and `verdicts`; an error for what is no point. */
export function policyAt(point: PolicyPoint): Policy | ModelError {
  const answers: readonly unknown[] = Array.isArray(point) ? point : [];
  if (answers.length !== HOSTS.length || !answers.every(isHostAnswer))
    return inputError(
      'unknown-choice',
      'point',
      point,
      `${HOSTS.length} of ${HOST_ANSWERS.map((name) => `'${name}'`).join(', ')}`,
      "['refuse', 'refuse', 'refuse', 'normal']",
      'Give an answer for each host: neither FWB nor DIC, DIC, FWB, both.',
    );
  const on = ({ fwb, dic }: Partial<Host>): HostAnswer =>
    point[HOSTS.findIndex((host) => host.fwb === fwb && host.dic === dic)] ?? 'refuse';
  return {
    name: point.join(' | '),
    onMemslot: (input) => (on(input) === 'refuse' ? REFUSED : 'accepted'),
    onFault: (input) => FAULTS[on(input)],
  };
}

/** Where a policy stands among all, or what is wrong with it. */
export function pointOf(policy: Policy): PolicyPoint | ModelError {
  try {
    const [none, dic, fwb, both] = HOSTS.map((host) => answerOn(policy, host));
    return [none, dic, fwb, both] as PolicyPoint;
  } catch (thrown) {
    if (thrown instanceof PolicyError) return thrown.error;
    throw thrown;
  }
}

function answerOn(policy: Policy, { fwb, dic }: Host): HostAnswer {
  const slot = { change: 'CREATE', vmas: [VMAS.cacheable], fwb, dic } as const;
  if (safely(policy, 'onMemslot', slot, readSlotAnswer) !== 'accepted') return 'refuse';
  const access = 'read' as const;
  const fault: PolicyFault = { vma: VMAS.cacheable, pfnIsMapMemory: false, fwb, dic, access };
  const { end, maintain } = safely(policy, 'onFault', fault, readFaultAnswer);
  if (!isMapWord(end)) return 'fail late';
  return maintain ? `${end}, maintained` : end;
}

function isHostAnswer(given: unknown): given is HostAnswer {
  return HOST_ANSWERS.some((one) => one === given);
}

import { ERRNO, type ErrnoName } from '../kvm/errno.ts';
import { mapWord } from './kernels.ts';
import type { MapWord } from './policy.ts';

/** How the fault ends, and whether KVM maintains the caches. */
export interface ReadFault {
  readonly end: MapWord | ErrnoName;
  readonly maintain: boolean;
}

/** What `onMemslot` may answer. */
export const SLOT_ANSWERS = "'accepted', the name of an errno, or what prepareMemoryRegion answers";

/** What `onFault` may answer. */
export const FAULT_ANSWERS =
  "'normal', 'device', 'normal-nc', the name of an errno, { map: 'device', maintain: true }, or what handleFault answers";

/** Reads what `onMemslot` answered; null for what is no answer. */
export function readSlotAnswer(answer: unknown): 'accepted' | ErrnoName | null {
  if (answer === 'accepted') return answer;
  if (isErrno(answer)) return answer;
  const decision = record(answer);
  if (decision['question'] !== 'prepareMemoryRegion') return null;
  if (decision['verdict'] === 'accepted') return 'accepted';
  const { errno } = decision;
  return decision['verdict'] === 'refused' && isErrno(errno) ? errno : null;
}

/** Reads what `onFault` answered; null for what is no answer. */
export function readFaultAnswer(answer: unknown): ReadFault | null {
  if (isMapWord(answer) || isErrno(answer)) return { end: answer, maintain: false };
  const given = record(answer);
  if (given['question'] === 'handleFault') return ofDecision(given);
  const { map, maintain = false } = given;
  return isMapWord(map) && typeof maintain === 'boolean' ? { end: map, maintain } : null;
}

function ofDecision(decision: Readonly<Record<string, unknown>>): ReadFault | null {
  const { errno } = decision;
  if (isErrno(errno)) return { end: errno, maintain: false };
  const end = mapWord(record(decision['mapping'])['memType']);
  return end === null ? null : { end, maintain: false };
}

/** Whether a page is mapped by this answer. */
export function isMapWord(value: unknown): value is MapWord {
  return value === 'normal' || value === 'device' || value === 'normal-nc';
}

function isErrno(value: unknown): value is ErrnoName {
  return typeof value === 'string' && Object.hasOwn(ERRNO, value);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

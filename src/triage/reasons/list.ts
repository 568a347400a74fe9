import { ABORT } from './abort.ts';
import { CAPABILITY } from './capability.ts';
import { ELSEWHERE } from './elsewhere.ts';
import type { Reason, ReasonId } from './reason.ts';
import { RUN } from './run.ts';
import { RUN_MEMORY } from './run-memory.ts';
import { SLOT_MEMORY } from './slot-memory.ts';
import { SLOT_REQUEST } from './slot-request.ts';

/** All reasons, family by family. */
export const REASONS: readonly Reason[] = [
  ...SLOT_REQUEST,
  ...SLOT_MEMORY,
  ...RUN,
  ...RUN_MEMORY,
  ...ABORT,
  ...CAPABILITY,
  ...ELSEWHERE,
];

const BY_ID = new Map(REASONS.map((reason) => [reason.id, reason]));

/** The reason of an id. A test holds that there is one for each. */
export function reasonOf(id: ReasonId): Reason {
  const found = BY_ID.get(id);
  if (!found) throw new Error(`no reason ${id}`);
  return found;
}

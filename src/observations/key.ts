import { identify } from '../model/index.ts';
import type { CacheMaintenanceInput, Decision, Kernel, Step } from '../model/index.ts';

/** Half of a hash; two seeds give 64 bits, so that two decisions of a site never share one. */
function hash(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

function short(text: string): string {
  return hash(text, 0x811c9dc5).toString(36) + hash(text, 0x2c1b3c6d).toString(36);
}

/** The name of a decision that is there as the text of `identify` only. */
export const identityKey = (identity: string): string => short(identity);

/** The name of a decision. Two inputs that no check tells apart have one name. */
export const decisionKey = (decision: Decision): string => identityKey(identify(decision));

/** The name of a way in which a check ends a question, whatever led to it. */
export function endKey({ question, kernel, verdict, ret }: Decision, step: Step): string {
  return short(JSON.stringify([question, kernel, verdict, ret, step.check, step.answer]));
}

/** The name of a value of MemAttr that a descriptor holds. */
export function memAttrKey(memAttr: number, fwb: boolean): string {
  return short(JSON.stringify(['MemAttr', memAttr, fwb]));
}

/** An input of which every field that a table tells apart is given. */
export type AskedMaintenance = Required<Omit<CacheMaintenanceInput, 'xnx'>>;

/** The name of a question about maintenance with all of its input, whether a check looks at it or not. */
export function maintenanceKey(kernel: Kernel, asked: AskedMaintenance): string {
  const { event, memType, oldLeaf, oldExec, newExec, skipCmo, fwb, dic } = asked;
  const input = [event, memType, oldLeaf, oldExec, newExec, skipCmo, fwb, dic];
  return short(JSON.stringify(['cacheMaintenance', kernel, ...input]));
}

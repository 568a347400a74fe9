import { describe } from '../model/usual.ts';
import type {
  CacheMaintenanceInput,
  Decision,
  KernelName,
  ShowTree,
  Step,
} from '../model/index.ts';
import { sha256 } from './hash.ts';

/** 66 bits of the hash: who chooses what is drawn cannot make it fit a name of the list. */
const short = (text: string): string =>
  btoa(String.fromCharCode(...sha256(text).subarray(0, 9))).slice(0, 11);

/**
 * The name of what a tree draws: of all that a reader sees of it, and of nothing else, so that no
 * answer is named by a word of its own. Null for a tree that draws no decision. Two inputs that no
 * check tells apart have one name.
 */
export function treeKey(tree: ShowTree): string | null {
  if (tree.kind !== 'decision') return null;
  const { title, verdict, verdictWord, errno, memory, facts, steps } = tree;
  const checks = steps.map(({ check, in: where, sentence, inputs, answer, source, decides }) => [
    check,
    where,
    sentence,
    inputs,
    answer,
    source,
    decides,
  ]);
  const drawn = ['drawn', title, verdict, verdictWord, errno, memory, facts, checks];
  return short(JSON.stringify(drawn));
}

/**
 * The name of a decision about a usual question, by what `describe` draws of it. Of another question
 * the usual `describe` has not all words: there it is `treeKey` of what that of the whole model gives.
 */
export const decisionKey = (decision: Decision): string => treeKey(describe(decision)) ?? '';

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
export function maintenanceKey(kernel: KernelName, asked: AskedMaintenance): string {
  const { event, memType, oldLeaf, oldExec, newExec, skipCmo, fwb, dic } = asked;
  const input = [event, memType, oldLeaf, oldExec, newExec, skipCmo, fwb, dic];
  return short(JSON.stringify(['cacheMaintenance', kernel, ...input]));
}

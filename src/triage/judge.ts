import { ground, type Ground } from './case/ground.ts';
import type { Situation } from './case/situation.ts';
import type { RulesOf } from './reasons/list.ts';
import type { ReasonId } from './reasons/reason.ts';
import type { ReasonData } from './reasons/words.ts';
import { leavesOf, relativesOf } from './table.ts';

/** A reason with its grounds. */
export interface Judged {
  readonly id: ReasonId;
  readonly because: readonly Ground[];
}

/** What is left, in the order of trying, and what is excluded. */
export interface Judgement {
  readonly left: readonly Judged[];
  readonly excluded: readonly Judged[];
  /** The error leaves some reason, before any is struck out. */
  readonly any: boolean;
}

/** Which reasons an error leaves, and what strikes the others out. */
export function judge(
  s: Situation,
  { leaves, order }: Pick<ReasonData, 'leaves' | 'order'>,
  rulesOf: RulesOf,
): Judgement {
  const { of, end } = s.complaint;
  const ownGround = (id: ReasonId) => rulesOf(id).excludes?.(s) ?? null;
  const candidates = leavesOf(leaves, of, end);
  const relatives = relativesOf(leaves, of, end).filter((id) => !candidates.includes(id));
  const kin = relatives.map((id) => ({ id, because: [otherEnd(s)] }));
  const proof = provedOf(
    candidates.flatMap((id) => {
      const found = rulesOf(id).proves?.(s);
      return found ? [{ id, because: [found] }] : [];
    }),
    order,
  );
  if (proof) {
    const others = candidates.filter((id) => id !== proof.id);
    const excluded = others.map((id) => ({
      id,
      because: [ownGround(id) ?? afterProof(proof, id, order)],
    }));
    return { left: [proof], excluded: [...excluded, ...kin], any: true };
  }
  const left: (Judged & { hinted: boolean })[] = [];
  const excluded: Judged[] = [];
  for (const id of candidates) {
    const out = ownGround(id);
    const hint = out ? null : (rulesOf(id).hints?.(s) ?? null);
    if (out) excluded.push({ id, because: [out] });
    else left.push({ id, because: [hint ?? complaintGround(s)], hinted: hint !== null });
  }
  return { left: ordered(s, left), excluded: [...excluded, ...kin], any: candidates.length > 0 };
}

/** Of several that are proved the kernel met one first; of lines in a log the last tells. */
function provedOf(proved: readonly Judged[], order: readonly ReasonId[]): Judged | null {
  const byCheck = proved.filter(({ id }) => order.includes(id));
  const place = ({ id }: Judged) => order.indexOf(id);
  return (
    (byCheck.length > 0
      ? byCheck.toSorted((a, b) => place(a) - place(b))
      : proved.toSorted((a, b) => lineOf(b) - lineOf(a)))[0] ?? null
  );
}

function lineOf({ because }: Judged): number {
  return because[0]?.line ?? 0;
}

function afterProof(proof: Judged, id: ReasonId, order: readonly ReasonId[]): Ground {
  const [first] = proof.because;
  const [a, b] = [proof.id, id].map((one) => order.indexOf(one));
  const later = a !== undefined && b !== undefined && a >= 0 && b > a;
  const words = later
    ? 'asked later, and an earlier check fails'
    : 'another check is shown to fail';
  return ground(first?.line ?? null, `${words}: ${first?.words ?? ''}`);
}

/**
 * What has a ground comes first. But as long as the log was not searched, one search for KVM's line
 * about the status halves the list, so its two reasons stay in front.
 */
function ordered(s: Situation, left: readonly (Judged & { hinted: boolean })[]): Judged[] {
  const front = (id: ReasonId) => id === 'run-alignment' || id === 'run-status';
  const searched = s.get('fscLine') !== null;
  const rank = ({ id, hinted }: { id: ReasonId; hinted: boolean }) =>
    front(id) && !searched ? 0 : hinted ? 1 : 2;
  return left.toSorted((a, b) => rank(a) - rank(b)).map(({ id, because }) => ({ id, because }));
}

function complaintGround(s: Situation): Ground {
  const { of, end, line, call } = s.complaint;
  const words: Partial<Record<typeof of, string>> = {
    log: `a log of a kernel, ${end}`,
    fault: `a fault of the kind ${end}`,
    signal: `a signal${end === null ? '' : `, BUS_${end}`}`,
    errno: `${end}, and the call is not known`,
    number: 'a number alone',
    ring: 'a ring that both sides see differently',
    bind: 'the device was not bound',
    vcpu: 'the vCPU could not be set up',
    absent: 'KVM did not start',
    denied: '/dev/kvm could not be opened',
    quiet: 'no call failed',
    check: `the answer is ${end}`,
  };
  const fallback = `${call ?? 'a call'} ended with ${end ?? 'an error that is not named'}`;
  return ground(line, words[of] ?? fallback);
}

/** Why a reason that looks alike is none here. */
function otherEnd(s: Situation): Ground {
  const { of, end, line, call } = s.complaint;
  if (of === 'log' || of === 'signal') {
    const level = s.get('ec');
    const taken =
      'the fault was taken to EL1 and printed by a kernel for itself or a program, not by KVM';
    return ground(
      level?.line ?? line,
      level ? `${taken} (EC ${level.value}, ${end ?? ''})` : taken,
    );
  }
  return of === 'check'
    ? ground(line, `the answer is ${end}`)
    : ground(
        line,
        `${call === null ? 'the error is' : `${call} ended with`} ${end}, and this ends otherwise`,
      );
}

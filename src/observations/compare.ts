import type { Decision } from '../model/index.ts';
import { rowsOfFault } from './compare-fault.ts';
import { evidenceDisagrees } from './evidence.ts';
import { hostOf } from './host.ts';
import { rowOfEntry } from './host-entry.ts';
import { modelKernel, whyNotHeld } from './kernel.ts';
import { askFault } from './fault-questions.ts';
import { askCapability, askFlags, askMemslot } from './questions.ts';
import { held, notAsked, type Point, type Row } from './row.ts';
import type { Recorded, RecordedCase } from './schema.ts';
import { situationOf } from './situation.ts';
import { errnoOr } from './words.ts';

/** A case beside the model. */
export interface ComparedCase {
  readonly one: RecordedCase;
  readonly rows: readonly Row[];
  /** In what the map call and the leaf say different things; empty where they agree. */
  readonly evidence: readonly string[];
}

/** A recorded run beside the model. */
export interface Compared {
  readonly file: Recorded;
  /** The answers to 243. */
  readonly capability: readonly Row[];
  readonly cases: readonly ComparedCase[];
}

/** Several pages count and show the same runs, and a run has some 2000 answers. */
const compared = new WeakMap<Recorded, Compared>();

/** Holds every answer of a recorded run against the model, row by row. The run does not change after. */
export function compare(file: Recorded): Compared {
  const known = compared.get(file);
  if (known !== undefined) return known;
  const result = {
    file,
    capability: rowsOfCapability(file),
    cases: file.cases.map((one) => compareCase(file, one)),
  };
  compared.set(file, result);
  return result;
}

/** The same of one case. */
export function compareCase(file: Recorded, one: RecordedCase): ComparedCase {
  return { one, rows: rowsOf(file, one), evidence: evidenceDisagrees(file, one) };
}

/** All rows of a compared run. */
export function allRows({ capability, cases }: Compared): readonly Row[] {
  return [...capability, ...cases.flatMap(({ rows }) => rows)];
}

function rowsOfCapability(file: Recorded): Row[] {
  const kernel = modelKernel(file);
  return (['kvm', 'vm'] as const).map((on) => {
    const point = on === 'kvm' ? 'capability on /dev/kvm' : 'capability on the VM';
    const { value, errno } = file.capability[on];
    const seen = errno ?? String(value);
    if (kernel === null) return notAsked(point, seen, 'the model has no such kernel');
    const asked = { kernel, host: hostOf(file), pkvmHost: file.mode === 'protected' };
    const decision = askCapability(asked, on === 'vm');
    return held(point, seen, decision.errno ?? String(decision.ret), [decision]);
  });
}

function rowsOf(file: Recorded, one: RecordedCase): Row[] {
  const kernel = modelKernel(file);
  const why = whyNotHeld(file, one);
  if (one.slot === null)
    return [notAsked('memslot', errnoOr(one.vma.errno), 'mmap() failed, and no slot was made')];
  if (kernel === null || why !== null)
    return [notAsked('memslot', errnoOr(one.slot.errno), why ?? 'the model has no such kernel')];
  const situation = situationOf(file, kernel, one);
  const slot = askMemslot(situation);
  const rows = [ofErrno('memslot', one.slot.errno, slot)];
  if (one.then?.move === 'flags') {
    const { change, hook } = askFlags(situation);
    const last = change.change === null ? change : hook;
    rows.push(ofErrno('change of flags', one.then.errno, last, change));
  }
  const entry = rowOfEntry(one, [slot, askFault(situation)?.fault ?? null]);
  return [...rows, ...(entry === null ? [] : [entry]), ...rowsOfFault(situation)];
}

function ofErrno(
  point: Point,
  errno: string | null,
  decision: Decision | null,
  ...before: readonly Decision[]
): Row {
  const seen = errnoOr(errno);
  return decision === null
    ? notAsked(point, seen, 'the type of the VMA is not known')
    : held(point, seen, errnoOr(decision.errno), [...new Set([...before, decision])]);
}

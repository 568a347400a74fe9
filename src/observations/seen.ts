import { decodeStage2Leaf, describe, type Decision } from '../model/index.ts';
import { compare, type Compared, type ComparedCase } from './compare.ts';
import { hostOf } from './host.ts';
import { endKey, memAttrKey, treeKey } from './key.ts';
import type { Row } from './row.ts';
import type { Recorded } from './schema.ts';
import type { Seen, Sighting } from './sighting.ts';

/** Address of the page with all runs of a kernel. */
export const kernelRoute = ({ kernel }: Pick<Recorded, 'kernel'>): string =>
  `/observations/${kernel.version}/`;

/** A run in words, as marks say it. */
export function placeName({ kernel, cpu, mode, driver }: Recorded): string {
  const extra = [...(mode === 'protected' ? ['pKVM'] : []), ...(driver ? [driver.name] : [])];
  return [`Linux ${kernel.version}`, cpu, ...extra].join(', ');
}

/** Every answer of the model that a recorded run confirms. Runs that come first are named first. */
export function seenIn(runs: readonly Recorded[]): Seen {
  const seen = new Map<string, Sighting>();
  for (const run of runs) {
    const compared = compare(run);
    const on = placeName(run);
    for (const [key, id] of confirmed(compared))
      if (!seen.has(key)) seen.set(key, { on, href: `${kernelRoute(run)}#${id}` });
  }
  return Object.fromEntries(seen);
}

/** Keys of what a run confirms, each with the id of the case. */
function confirmed({ file, capability, cases }: Compared): (readonly [key: string, id: string])[] {
  const asked = [
    ...capability.map((row) => ['case-capability', [row]] as const),
    ...cases.map(({ one, rows }) => [`case-${one.id}`, rows] as const),
  ];
  const keys = asked.flatMap(([id, rows]) => {
    const agreeing = rows.filter(({ verdict }) => verdict === 'agrees');
    const decided = agreeing
      .flatMap(({ decisions }) => decisions)
      .filter((decision) =>
        rows.every((row) => row.verdict === 'agrees' || !isAbout(row, decision)),
      )
      .flatMap(keysOf);
    const questions = agreeing.flatMap((row) => row.keys ?? []);
    return [...decided, ...questions].map((key) => [key, id] as const);
  });
  return [...keys, ...cases.flatMap((one) => leavesOf(file, one))];
}

/** Whether a row says something of a mapping, which counts as seen only where nothing about it differs. */
function isAbout({ point }: Row, decision: Decision): boolean {
  if (decision.question !== 'handleFault' && decision.question !== 'handleGuestAbort') return false;
  if (point === 'map size') return decision.mapping?.size != null;
  return point === 'KVM_RUN' || point === 'map protection' || point === 'leaf';
}

/** A question that is asked again has the same answer, and many questions have equal ones. */
const asked = new WeakMap<Decision, readonly string[]>();
const named = new Map<string, readonly string[]>();

function keysOf(decision: Decision): readonly string[] {
  const known = asked.get(decision);
  if (known !== undefined) return known;
  const text = JSON.stringify(decision);
  const keys = named.get(text) ?? workOutKeys(decision);
  asked.set(decision, keys);
  named.set(text, keys);
  return keys;
}

function workOutKeys(decision: Decision): readonly string[] {
  const last = decision.because.find(({ decides }) => decides);
  const drawn = treeKey(describe(decision));
  return [
    ...(drawn === null ? [] : [drawn]),
    ...(last === undefined ? [] : [endKey(decision, last)]),
  ];
}

function leavesOf(file: Recorded, { one }: ComparedCase): (readonly [string, string])[] {
  if (one.leaf === null) return [];
  const { fwb } = hostOf(file);
  const { memAttr } = decodeStage2Leaf(BigInt(one.leaf.descriptor), { fwb, level: one.leaf.level });
  return memAttr === null ? [] : [[memAttrKey(memAttr, fwb), `case-${one.id}`]];
}

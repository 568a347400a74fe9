import { flag, requiredFlag, type Field } from '../../base/field.ts';
import { BadInput, readInput } from '../../base/read-input.ts';
import type { Reader } from '../../base/reader.ts';
import { Trace } from '../../base/step.ts';
import type { DecisionOf } from '../decision.ts';
import { errnoName } from '../errno.ts';
import { rulesOf, unknownKernel, withRelease, type KernelName } from '../kernels/registry.ts';
import { deriveChange, type ChangeQuery, type MemslotChangeInput } from './derive-change.ts';
import type { MemslotChange } from './input.ts';

/** `change` is null where the arm64 hook is not called: on an error, and where nothing changes. */
export interface MemslotChangeDecision extends DecisionOf<'memslotChange', 'accepted' | 'refused'> {
  readonly change: MemslotChange | null;
}

/** The fields of the input. */
export const CHANGE_FIELDS: readonly Field[] = [
  requiredFlag('oldExists', 'the slot id already has pages'),
  flag('sizeZero', 'memory_size is 0'),
  flag('userspaceAddrDiffers', 'userspace_addr differs from the existing slot'),
  flag('npagesDiffers', 'the size differs from the existing slot'),
  flag('baseGfnDiffers', 'guest_phys_addr differs from the existing slot'),
  flag('oldLogDirty', 'the existing slot has KVM_MEM_LOG_DIRTY_PAGES'),
  flag('oldReadonly', 'the existing slot has KVM_MEM_READONLY'),
  flag('oldGuestMemfd', 'the existing slot has KVM_MEM_GUEST_MEMFD'),
  flag('newLogDirty', 'KVM_MEM_LOG_DIRTY_PAGES is requested'),
  flag('newReadonly', 'KVM_MEM_READONLY is requested'),
  flag('newGuestMemfd', 'KVM_MEM_GUEST_MEMFD is requested'),
  flag('unknownFlag', 'a flag that KVM does not know is requested'),
  flag('badGeometry', 'size, address or slot id is wrong'),
  flag('overlap', 'the guest range overlaps another slot'),
];

const KNOWN = new Set(CHANGE_FIELDS.map((f) => f.name));

/**
 * Which kind of change a memslot request is, before the arm64 hook runs: the generic part of
 * KVM_SET_USER_MEMORY_REGION2. Source: CODE734; for v6.16 and v6.17 the code of 6.12, which
 * decides alike.
 */
export function memslotChange(
  kernel: KernelName,
  input: MemslotChangeInput,
): MemslotChangeDecision {
  const question = 'memslotChange';
  const invalid = {
    question,
    verdict: 'invalid',
    ret: null,
    errno: null,
    change: null,
    because: [],
  } as const;
  const rules = rulesOf(kernel);
  if (rules === null) return { ...invalid, kernel: null, error: unknownKernel(kernel) };
  const q = readInput(CHANGE_FIELDS, input, readChange);
  if (q instanceof BadInput) return { ...invalid, kernel: rules.name, error: q.error };
  const trace = new Trace();
  const { ret, change } = deriveChange(q, trace, rules);
  trace.decided();
  const verdict = ret === 0 ? 'accepted' : 'refused';
  return withRelease(rules, {
    question,
    kernel: rules.name,
    verdict,
    ret,
    errno: errnoName(ret),
    change,
    because: trace.steps,
  });
}

function readChange(r: Reader, raw: unknown): ChangeQuery {
  const q = r.object(raw);
  r.only(q, KNOWN);
  return {
    oldExists: r.requiredFlag(q['oldExists']),
    sizeZero: r.flag(q['sizeZero'], false),
    userspaceAddrDiffers: r.flag(q['userspaceAddrDiffers'], false),
    npagesDiffers: r.flag(q['npagesDiffers'], false),
    baseGfnDiffers: r.flag(q['baseGfnDiffers'], false),
    oldLogDirty: r.flag(q['oldLogDirty'], false),
    oldReadonly: r.flag(q['oldReadonly'], false),
    oldGuestMemfd: r.flag(q['oldGuestMemfd'], false),
    newLogDirty: r.flag(q['newLogDirty'], false),
    newReadonly: r.flag(q['newReadonly'], false),
    newGuestMemfd: r.flag(q['newGuestMemfd'], false),
    unknownFlag: r.flag(q['unknownFlag'], false),
    badGeometry: r.flag(q['badGeometry'], false),
    overlap: r.flag(q['overlap'], false),
  };
}

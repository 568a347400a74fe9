import { flag, requiredFlag, type ReadOf } from '../../base/field.ts';
import type { Trace } from '../../base/step.ts';
import { ERRNO } from '../errno.ts';
import type { KernelRules } from '../kernels/rules.ts';
import type { MemslotChange } from './input.ts';

/** What `memslotChange` is asked: how a request differs from the slot that exists. */
export interface MemslotChangeInput {
  /** The slot id already has pages. */
  readonly oldExists: boolean;
  /** memory_size is 0. */
  readonly sizeZero?: boolean;
  /** userspace_addr differs from the existing slot. */
  readonly userspaceAddrDiffers?: boolean;
  /** The size differs from the existing slot. */
  readonly npagesDiffers?: boolean;
  /** guest_phys_addr differs from the existing slot. */
  readonly baseGfnDiffers?: boolean;
  /** Flags of the existing slot. */
  readonly oldLogDirty?: boolean;
  readonly oldReadonly?: boolean;
  readonly oldGuestMemfd?: boolean;
  /** Flags requested. */
  readonly newLogDirty?: boolean;
  readonly newReadonly?: boolean;
  readonly newGuestMemfd?: boolean;
  /** A flag that KVM does not know is requested. */
  readonly unknownFlag?: boolean;
  /** Unaligned size or address, bad slot id, wrap, or too many pages. */
  readonly badGeometry?: boolean;
  /** The requested guest range overlaps another slot. */
  readonly overlap?: boolean;
}

export const CHANGE_FIELDS = [
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
] as const;

export type ChangeQuery = ReadOf<typeof CHANGE_FIELDS>;

/** The value returned, and the kind of change where the hook is called. */
export interface Derived {
  readonly ret: number;
  readonly change: MemslotChange | null;
}

const WHERE = 'kvm_set_memory_region';
const EINVAL: Derived = { ret: -ERRNO.EINVAL, change: null };
const EEXIST: Derived = { ret: -ERRNO.EEXIST, change: null };
const UNCHANGED: Derived = { ret: 0, change: null };

/** What collects the checks. */
type Asking = Pick<Trace, 'ask'>;

/** What a kernel says to it. */
interface ChangeRules {
  readonly has: Pick<KernelRules['has'], 'guestMemfd'>;
  readonly source: Pick<KernelRules['source'], 'memslotChange'>;
}

/** The checks of the generic memslot code, in order. */
export function deriveChange(q: ChangeQuery, trace: Asking, rules: ChangeRules): Derived {
  const source = rules.source.memslotChange;
  if (badFlags(q, trace, rules)) return EINVAL;
  const { badGeometry, oldExists, sizeZero } = q;
  const geometry = 'size, address or slot id is wrong';
  if (trace.ask(geometry, WHERE, { badGeometry }, badGeometry, source)) return EINVAL;
  if (trace.ask('!npages', WHERE, { sizeZero }, sizeZero, source)) {
    const exists = trace.ask('old && old->npages', WHERE, { oldExists }, oldExists, source);
    return exists ? { ret: 0, change: 'DELETE' } : EINVAL;
  }
  const created = trace.ask('!old || !old->npages', WHERE, { oldExists }, !oldExists, source);
  const change = created ? 'CREATE' : changeOfExisting(q, trace, rules);
  if (change === null) return EINVAL;
  if (change === 'NONE') return UNCHANGED;
  if (change === 'FLAGS_ONLY') return { ret: 0, change };
  const { overlap } = q;
  const overlaps = 'kvm_check_memslot_overlap(slots, id, base_gfn, base_gfn + npages)';
  return trace.ask(overlaps, WHERE, { overlap }, overlap, source) ? EEXIST : { ret: 0, change };
}

/** GUEST_MEMFD is a valid flag on arm64 only where the kernel has such slots, and then alone. */
function badFlags(q: ChangeQuery, trace: Asking, rules: ChangeRules): boolean {
  const { unknownFlag, newLogDirty, newReadonly, newGuestMemfd } = q;
  const alone = rules.has.guestMemfd && !newLogDirty && !newReadonly;
  const inputs = { unknownFlag, newLogDirty, newReadonly, newGuestMemfd };
  const bad = unknownFlag || (newGuestMemfd && !alone);
  return trace.ask(
    'mem->flags & ~valid_flags',
    'check_memory_region_flags',
    inputs,
    bad,
    rules.source.memslotChange,
  );
}

/** Null stands for EINVAL. An address that moves counts as MOVE even if flags change with it. */
function changeOfExisting(
  q: ChangeQuery,
  trace: Asking,
  rules: ChangeRules,
): 'MOVE' | 'FLAGS_ONLY' | 'NONE' | null {
  const source = rules.source.memslotChange;
  const { userspaceAddrDiffers, npagesDiffers, oldReadonly, newReadonly, newGuestMemfd } = q;
  if (rules.has.guestMemfd) {
    const check = 'mem->flags & KVM_MEM_GUEST_MEMFD';
    if (trace.ask(check, WHERE, { newGuestMemfd }, newGuestMemfd, source)) return null;
  }
  const fixed = { userspaceAddrDiffers, npagesDiffers, oldReadonly, newReadonly };
  const inputs = rules.has.guestMemfd ? { ...fixed, oldGuestMemfd: q.oldGuestMemfd } : fixed;
  const differs =
    userspaceAddrDiffers ||
    npagesDiffers ||
    oldReadonly !== newReadonly ||
    (rules.has.guestMemfd && q.oldGuestMemfd !== newGuestMemfd);
  const check = 'userspace_addr, npages or a fixed flag differs';
  if (trace.ask(check, WHERE, inputs, differs, source)) return null;
  const { baseGfnDiffers, oldLogDirty, newLogDirty } = q;
  if (trace.ask('base_gfn != old->base_gfn', WHERE, { baseGfnDiffers }, baseGfnDiffers, source))
    return 'MOVE';
  const flags = trace.ask(
    'mem->flags != old->flags',
    WHERE,
    { oldLogDirty, newLogDirty },
    oldLogDirty !== newLogDirty,
    source,
  );
  return flags ? 'FLAGS_ONLY' : 'NONE';
}

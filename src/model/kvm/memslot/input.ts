import {
  choice,
  flag,
  integer,
  list,
  namesOf,
  optional,
  record,
  requiredFlag,
  type ReadOf,
} from '../../base/field.ts';
import { readFields } from '../../base/read-fields.ts';
import type { Reader } from '../../base/reader.ts';
import { MAX_PAGE, readVma, VMA_FIELDS, type FullVma, type Vma } from '../vma/vma.ts';

/** Kinds of change, `enum kvm_mr_change`. */
export const MEMSLOT_CHANGES = ['CREATE', 'DELETE', 'MOVE', 'FLAGS_ONLY'] as const;

/** The kind of change that the generic code hands to the arm64 hook. */
export type MemslotChange = (typeof MEMSLOT_CHANGES)[number];

const GUEST_MEMFD = ['none', 'notGmemOnly', 'gmemOnly'] as const;
const PROTECTED_VM = ['no', 'notCreated', 'created'] as const;

/** What `prepareMemoryRegion` is asked. */
export interface MemslotInput {
  /** Default CREATE. */
  readonly change?: MemslotChange;
  /** The VMAs under the slot in address order; with `slot`, any VMAs that have a range. */
  readonly vmas: readonly Vma[];
  /** The slot's range in pages, [start, end). Needed where the VMAs have ranges. */
  readonly slot?: { readonly start: number; readonly end: number };
  /** System capability ARM64_HAS_STAGE2_FWB. */
  readonly fwb: boolean;
  /** System capability ARM64_HAS_CACHE_DIC. */
  readonly dic: boolean;
  /** The new slot has KVM_MEM_LOG_DIRTY_PAGES. */
  readonly logDirtyPages?: boolean;
  /** The new slot has KVM_MEM_READONLY. */
  readonly readonly?: boolean;
  /** kvm_has_mte(). */
  readonly vmHasMte?: boolean;
  /** base_gfn + npages lies beyond the IPA space of the VM. */
  readonly beyondIpa?: boolean;
  /** guest_memfd slot, its file mappable (gmemOnly) or not; v7.3. Default none. */
  readonly guestMemfd?: (typeof GUEST_MEMFD)[number];
  /** Protected pKVM VM, its EL2 part created or not; v7.3. Default no. */
  readonly protectedVm?: (typeof PROTECTED_VM)[number];
}

const SLOT_FIELDS = [
  integer('start', 'first page of the slot', 0, MAX_PAGE),
  integer('end', 'page after the last page of the slot', 0, MAX_PAGE),
] as const;

/** More VMAs than any example needs; the bound keeps a wrong list from running for minutes. */
const MAX_VMAS = 4096;

/** The fields of the input. */
export const SLOT_QUERY_FIELDS = [
  choice('change', 'kind of change', MEMSLOT_CHANGES, 'CREATE'),
  list('vmas', 'the VMAs under the slot, in address order', VMA_FIELDS, MAX_VMAS),
  optional(record('slot', 'the range of the slot in pages', SLOT_FIELDS, 'range')),
  requiredFlag('fwb', 'ARM64_HAS_STAGE2_FWB'),
  requiredFlag('dic', 'ARM64_HAS_CACHE_DIC'),
  flag('logDirtyPages', 'the new slot has KVM_MEM_LOG_DIRTY_PAGES'),
  flag('readonly', 'the new slot has KVM_MEM_READONLY'),
  flag('vmHasMte', 'MTE is enabled for the VM'),
  flag('beyondIpa', 'the slot ends beyond the IPA space of the VM'),
  choice('guestMemfd', 'guest_memfd slot, its file mappable or not', GUEST_MEMFD, 'none'),
  choice('protectedVm', 'protected pKVM VM, its EL2 part created or not', PROTECTED_VM, 'no'),
] as const;

export type SlotQuery = ReadOf<typeof SLOT_QUERY_FIELDS>;

const NAMES = namesOf(SLOT_QUERY_FIELDS);

/** Reads the input; the reader remembers whether it was acceptable. */
export function readSlotQuery(r: Reader, raw: unknown): SlotQuery {
  const q = r.object(raw);
  r.only(q, NAMES);
  return {
    change: r.choice(q['change'], MEMSLOT_CHANGES, 'CREATE'),
    vmas: readVmas(r, q['vmas']),
    slot: q['slot'] === undefined ? null : readFields(r, SLOT_FIELDS, q['slot']),
    fwb: r.requiredFlag(q['fwb']),
    dic: r.requiredFlag(q['dic']),
    logDirtyPages: r.flag(q['logDirtyPages'], false),
    readonly: r.flag(q['readonly'], false),
    vmHasMte: r.flag(q['vmHasMte'], false),
    beyondIpa: r.flag(q['beyondIpa'], false),
    guestMemfd: r.choice(q['guestMemfd'], GUEST_MEMFD, 'none'),
    protectedVm: r.choice(q['protectedVm'], PROTECTED_VM, 'no'),
  };
}

function readVmas(r: Reader, raw: unknown): FullVma[] {
  const vmas: FullVma[] = [];
  if (!Array.isArray(raw) || raw.length > MAX_VMAS) r.ok = false;
  else for (let i = 0; i < raw.length; i++) vmas.push(readVma(r, raw[i]));
  return vmas;
}

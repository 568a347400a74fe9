import {
  flag,
  integer,
  named,
  namesOf,
  optional,
  type FieldOf,
  type ReadOf,
} from '../../base/field.ts';
import type { Reader } from '../../base/reader.ts';
import { ATTR_INDX_NAMES, type AttrIndx } from './attr-indx.ts';

/** A mapping of user space, as KVM sees it. Every flag that is left out is clear. */
export interface Vma {
  /** VM_PFNMAP. */
  readonly vmPfnmap?: boolean;
  /** VM_MIXEDMAP. */
  readonly vmMixedmap?: boolean;
  /** VM_IO. Only the lookup of the host page reads it. */
  readonly vmIo?: boolean;
  /** VM_ALLOW_ANY_UNCACHED. */
  readonly vmAllowAnyUncached?: boolean;
  /** VM_MTE_ALLOWED. */
  readonly vmMteAllowed?: boolean;
  /** AttrIndx of vm_page_prot. Default 0, MT_NORMAL. */
  readonly attrIndx?: AttrIndx;
  /**
   * AttrIndx of the entry in the page table of user space. A driver may type each entry by itself,
   * with vmf_insert_pfn_prot(); KVM does not read it, and a step says whether it differs from
   * `attrIndx`. Left out: not known. Source: CODE734, MM734.
   */
  readonly entryAttrIndx?: AttrIndx;
  /** First page, in the page numbers of the slot's range. Only the memslot walk reads it. */
  readonly start?: number;
  /** The page after the last one. */
  readonly end?: number;
}

/** Page numbers of a 64-bit address space with 4K pages. */
export const MAX_PAGE = 2 ** 52 - 1;

/** The field AttrIndx, by number or name. */
export const ATTR_INDX_FIELD = named(
  'attrIndx',
  'AttrIndx of vm_page_prot: 0 MT_NORMAL to 4 MT_DEVICE_nGnRE',
  7,
  ATTR_INDX_NAMES,
  { default: 0 },
);

const ENTRY_FIELD = named(
  'entryAttrIndx',
  "AttrIndx of the host's own entry, which KVM does not read",
  7,
  ATTR_INDX_NAMES,
);

/** The field, which no check of most questions decides by. */
const idle = <Name extends string, Value>(field: FieldOf<Name, Value>): FieldOf<Name, Value> => ({
  ...field,
  idle: true,
});

/** The fields of a VMA. */
export const VMA_FIELDS = [
  flag('vmPfnmap', 'VM_PFNMAP is set'),
  flag('vmMixedmap', 'VM_MIXEDMAP is set'),
  idle(flag('vmIo', 'VM_IO is set')),
  flag('vmAllowAnyUncached', 'VM_ALLOW_ANY_UNCACHED is set'),
  flag('vmMteAllowed', 'VM_MTE_ALLOWED is set'),
  ATTR_INDX_FIELD,
  idle(optional(ENTRY_FIELD)),
  optional(integer('start', 'first page of the VMA', 0, MAX_PAGE)),
  optional(integer('end', 'page after the last page of the VMA', 0, MAX_PAGE)),
] as const;

/** A VMA with every field present. */
export type FullVma = ReadOf<typeof VMA_FIELDS>;

const NAMES = namesOf(VMA_FIELDS);

/** Reads one VMA. */
export function readVma(r: Reader, raw: unknown): FullVma {
  const v = r.object(raw);
  r.only(v, NAMES);
  const { entryAttrIndx: entry, start, end } = v;
  return {
    vmPfnmap: r.flag(v['vmPfnmap'], false),
    vmMixedmap: r.flag(v['vmMixedmap'], false),
    vmIo: r.flag(v['vmIo'], false),
    vmAllowAnyUncached: r.flag(v['vmAllowAnyUncached'], false),
    vmMteAllowed: r.flag(v['vmMteAllowed'], false),
    attrIndx: r.named(v['attrIndx'], 7, ATTR_INDX_NAMES, 0),
    entryAttrIndx: entry === undefined ? null : r.named(entry, 7, ATTR_INDX_NAMES, 0),
    start: start === undefined ? null : r.integer(start, 0, MAX_PAGE, undefined),
    end: end === undefined ? null : r.integer(end, 0, MAX_PAGE, undefined),
  };
}

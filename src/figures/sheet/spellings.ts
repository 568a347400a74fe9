import { memAttrOf, bits } from '../drawings/types/leaf.ts';
import type { LeafKind } from '../drawings/types/leaf.ts';
import {
  ATTR_INDX_NAMES,
  decodeMairAttr,
  handleFault,
  label,
  memoryName,
  vmaIsCacheable,
} from '../../model/index.ts';
import type { MemoryName } from '../../model/index.ts';

/** One type of memory, and what each layer calls it. */
export interface Spelling {
  /** In the words of the manual. */
  readonly words: string;
  /** The short name on this site. */
  readonly name: MemoryName;
  readonly cacheable: boolean;
  /** The name of its index in Linux, and the index in a stage-1 descriptor. */
  readonly linux: string;
  readonly attrIndx: number;
  /** A byte of MAIR_EL1, in two digits of base 16; of Write-Back the one with all hints to allocate. */
  readonly byte: string;
  /** What KVM calls it. */
  readonly kvm: string;
  /** The four bits that KVM writes into a leaf for it. */
  readonly plain: string;
  readonly forced: string;
}

/** How each is asked for: by its index, by what `label` says of the byte, by what KVM is to write. */
const ASKED = [
  ['Normal Write-Back', 'MT_NORMAL', 'WB RWA', 'normal'],
  ['Normal Non-cacheable', 'MT_NORMAL_NC', 'NC', 'nc'],
  ['Device-nGnRE', 'MT_DEVICE_nGnRE', 'Device-nGnRE', 'device'],
] as const satisfies readonly (readonly [
  string,
  (typeof ATTR_INDX_NAMES)[number],
  string,
  LeafKind,
])[];

/** The byte that a processor without FEAT_XS reads as this; the lowest where there are several. */
function byteOf(meant: string): number {
  for (let byte = 0; byte < 256; byte++)
    if (label(decodeMairAttr(byte, { xs: false })) === meant) return byte;
  throw new Error(`no byte of MAIR means ${meant}`);
}

/** spellings has the three types that a reader of this guide meets, each with all its names. */
export function spellings(): readonly Spelling[] {
  return ASKED.map(([words, linux, meant, kind]) => {
    const vma = { vmPfnmap: true, attrIndx: linux, vmAllowAnyUncached: kind === 'nc' };
    const fault = handleFault('v7.3', { vma, fwb: true, dic: true, access: 'read' });
    const byte = byteOf(meant);
    return {
      words,
      name: memoryName(decodeMairAttr(byte)),
      cacheable: vmaIsCacheable('v7.3', { attrIndx: linux }).verdict === 'cacheable',
      linux,
      attrIndx: ATTR_INDX_NAMES.indexOf(linux),
      byte: `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      kvm: fault.mapping?.memType ?? '',
      plain: bits(memAttrOf(kind, false)),
      forced: bits(memAttrOf(kind, true)),
    };
  });
}

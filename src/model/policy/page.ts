import type { Vma } from '../kvm/vma/vma.ts';

/**
 * The three kinds of mapping that the owner of the page may have. None is in the linear map.
 * cacheable: PFNMAP with the default protection, as of nvgrace-gpu (NVG734). normal-nc:
 * write-combining, with VM_ALLOW_ANY_UNCACHED. device: nGnRE, without it.
 */
export const VMAS = {
  cacheable: { vmPfnmap: true, attrIndx: 'MT_NORMAL' },
  'normal-nc': { vmPfnmap: true, vmAllowAnyUncached: true, attrIndx: 'MT_NORMAL_NC' },
  device: { vmPfnmap: true, attrIndx: 'MT_DEVICE_nGnRE' },
} as const satisfies Readonly<Record<string, Vma>>;

/** A kind of mapping of the owner. */
export type VmaKind = keyof typeof VMAS;

/** The kinds of mapping of the owner. */
export const VMA_KINDS = /* @__PURE__ */ Object.keys(VMAS) as readonly VmaKind[];

/** What the CPUs of a host have, all of them. */
export interface Host {
  /** ARM64_HAS_STAGE2_FWB. */
  readonly fwb: boolean;
  /** ARM64_HAS_CACHE_DIC. */
  readonly dic: boolean;
}

/** The four kinds of host. */
export const HOSTS: readonly Host[] = [
  { fwb: false, dic: false },
  { fwb: false, dic: true },
  { fwb: true, dic: false },
  { fwb: true, dic: true },
];

import { inputError } from '../../base/diagnose.ts';
import { choice, flag, integer, requiredFlag, type ReadOf } from '../../base/field.ts';
import { BadInput } from '../../base/read-input.ts';
import { LEAF_DEFAULTS } from './defaults.ts';

/** Translation granules. */
export const GRANULES = ['4K', '16K', '64K'] as const;

/** Translation granule of stage 2, VTCR_EL2.TG0. */
export type Granule = (typeof GRANULES)[number];

/** How a descriptor is to be read. The features that are left out are taken as Armv8.7 has them. */
export interface LeafOptions {
  /** HCR_EL2.FWB. */
  readonly fwb: boolean;
  /** Lookup level, 0 to 3; the 64K granule starts at 1. */
  readonly level: number;
  /** VTCR_EL2.TG0. Default 4K. */
  readonly granule?: Granule;
  /** 52-bit addresses: VTCR_EL2.DS = 1 with 4K and 16K, FEAT_LPA with 64K. Default false. */
  readonly lpa2?: boolean;
  /** FEAT_XNX: execute permission apart for EL1 and EL0. Default true. */
  readonly xnx?: boolean;
  /** FEAT_XS: bit 11 is FnXS. Default true. */
  readonly xs?: boolean;
  /** FEAT_BBML1: bit 16 of a block is nT. Default false. */
  readonly bbml1?: boolean;
  /** FEAT_MTE_PERM: MemAttr has values with NoTagAccess. Default false. */
  readonly mtePerm?: boolean;
}

/** The fields of the options. */
export const LEAF_OPTION_FIELDS = [
  requiredFlag('fwb', 'HCR_EL2.FWB'),
  integer('level', 'lookup level', 0, 3),
  choice('granule', 'translation granule', GRANULES, LEAF_DEFAULTS.granule),
  flag('lpa2', '52-bit addresses: VTCR_EL2.DS = 1, or FEAT_LPA with 64K', LEAF_DEFAULTS.lpa2),
  flag('xnx', 'FEAT_XNX is implemented', LEAF_DEFAULTS.xnx),
  flag('xs', 'FEAT_XS is implemented', LEAF_DEFAULTS.xs),
  flag('bbml1', 'FEAT_BBML1 is implemented', LEAF_DEFAULTS.bbml1),
  flag('mtePerm', 'FEAT_MTE_PERM is implemented', LEAF_DEFAULTS.mtePerm),
] as const;

/** How a descriptor is to be read, with every option present. */
export type LeafReading = ReadOf<typeof LEAF_OPTION_FIELDS>;

/** The error for two options that exclude each other; null where none do. */
export function optionsContradict(o: Pick<LeafReading, 'granule' | 'level'>): BadInput | null {
  if (o.granule !== '64K' || o.level !== 0) return null;
  const remedy = 'Give level 1, 2 or 3, or another granule.';
  const wanted = 'a level from 1 to 3 with the 64K granule';
  return new BadInput(inputError('contradiction', 'level', 0, wanted, 'level: 2', remedy));
}

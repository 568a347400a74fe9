import { choice, flag, integer, type ReadOf } from '../../base/field.ts';
import { GRANULES, type Granule } from '../leaf/options.ts';
import { STAGE1_REGIMES, type Stage1Regime } from './regimes.ts';

/** How a stage-1 descriptor is to be read. */
export interface Stage1LeafOptions {
  /** Whose table it is. */
  readonly regime: Stage1Regime;
  /** Lookup level, 0 to 3; the 64K granule starts at 1. */
  readonly level: number;
  /** TCR_ELx.TG0 or TG1. Default 4K. */
  readonly granule?: Granule;
  /** 52-bit addresses: TCR_ELx.DS = 1 with 4K and 16K, FEAT_LPA with 64K. Default false. */
  readonly lpa2?: boolean;
  /** FEAT_BBML1: bit 16 of a block is nT. Default false. */
  readonly bbml1?: boolean;
}

/** The fields of the options. */
export const STAGE1_LEAF_FIELDS = [
  choice('regime', 'translation regime', STAGE1_REGIMES),
  integer('level', 'lookup level', 0, 3),
  choice('granule', 'translation granule', GRANULES, '4K'),
  flag('lpa2', '52-bit addresses: TCR_ELx.DS = 1, or FEAT_LPA with 64K'),
  flag('bbml1', 'FEAT_BBML1 is implemented'),
] as const;

/** How a descriptor is to be read, with every option present. */
export type Stage1LeafReading = ReadOf<typeof STAGE1_LEAF_FIELDS>;

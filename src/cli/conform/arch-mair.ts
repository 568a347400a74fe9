import { decodeMairAttr } from '../../model/index.ts';
import { bit, byColumn } from './adapter.ts';

/** Rows of `arch.mair`. */
export const archMair = byColumn(
  {
    function: 'arch.mair',
    perKernel: false,
    inputs: ['attr'],
    outputs: [
      'type',
      'requires',
      'device',
      'inner',
      'innerHints',
      'innerTransient',
      'outer',
      'outerHints',
      'outerTransient',
      'tagged',
      'xs',
      'alwaysOsh',
    ],
  },
  (row) => {
    const mair = decodeMairAttr(row['attr'] as never);
    return {
      type: mair.type,
      requires: mair.requires,
      device: mair.device,
      inner: mair.inner?.cacheability ?? null,
      innerHints: mair.inner?.hints ?? null,
      innerTransient: bit(mair.inner?.transient ?? null),
      outer: mair.outer?.cacheability ?? null,
      outerHints: mair.outer?.hints ?? null,
      outerTransient: bit(mair.outer?.transient ?? null),
      tagged: bit(mair.tagged),
      xs: bit(mair.xs),
      alwaysOsh: bit(mair.alwaysOsh),
    };
  },
);

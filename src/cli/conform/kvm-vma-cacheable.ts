import { vmaIsCacheable } from '../../model/index.ts';
import { bit, byColumn } from './adapter.ts';

/** Rows of `kvm.vmaCacheable`. */
export const kvmVmaCacheable = byColumn(
  { function: 'kvm.vmaCacheable', perKernel: true, inputs: ['attrIndx'], outputs: ['cacheable'] },
  (row, file, told) => {
    const decision = told(
      vmaIsCacheable(file.kernel as never, { attrIndx: row['attrIndx'] as never }),
    );
    return { cacheable: bit(decision.cacheable) };
  },
);

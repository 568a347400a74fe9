import { stage2Attributes } from '../../model/index.ts';
import { bool, byColumn } from './adapter.ts';
import { execOf } from './exec-columns.ts';

/** Rows of `kvm.s2Attributes`. */
export const kvmS2Attributes = byColumn(
  {
    function: 'kvm.s2Attributes',
    perKernel: true,
    inputs: [
      'protDevice',
      'protNormalNc',
      'protRead',
      'protWrite',
      'protExecEl0',
      'protExecEl1',
      'fwb',
      'lpa2',
      'xnx',
      'noFwb',
      'asStage1',
    ],
    outputs: ['ret', 'memAttr', 's2ap', 'sh', 'af', 'xn', 'descriptorAttr'],
  },
  (row, file, told) => {
    const { ret, leaf } = told(
      stage2Attributes(file.kernel as never, {
        device: bool(row['protDevice']),
        normalNc: bool(row['protNormalNc']),
        r: bool(row['protRead']),
        w: bool(row['protWrite']),
        exec: execOf(row['protExecEl0'], row['protExecEl1']),
        fwb: bool(row['fwb']),
        lpa2: bool(row['lpa2']),
        xnx: bool(row['xnx']),
        noFwb: bool(row['noFwb']),
        asStage1: bool(row['asStage1']),
      }),
    );
    return {
      ret,
      memAttr: leaf?.memAttr ?? null,
      s2ap: leaf?.s2ap ?? null,
      sh: leaf?.sh ?? null,
      af: leaf?.af ?? null,
      xn: leaf?.xn ?? null,
      descriptorAttr: leaf === null ? null : `0x${BigInt(leaf.word).toString(16)}`,
    };
  },
);

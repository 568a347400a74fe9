import { combineStages, label } from '../../model/index.ts';
import { bool, difference, type Adapter } from './adapter.ts';
import { permitted } from './arch-combine.ts';
import { differingFields } from './attributes.ts';
import type { Row } from './vector-file.ts';

/** Rows of `arch.examples`: the usual answer, and its short label. */
export const archExamples: Adapter = {
  function: 'arch.examples',
  perKernel: false,
  inputs: ['fwb', 's1Attr', 's1Sh', 's2MemAttr', 's2Sh'],
  outputs: ['result', 'label'],
  differences: (row, file, told) => {
    const got = permitted(row, told)[0] ?? {};
    const want = file.results[Number(row['result'])] ?? {};
    const fields = differingFields(want, got);
    const found = fields.length === 0 ? [] : [difference('result', want, got)];
    const text = shortLabel(row);
    return text === row['label'] ? found : [...found, difference('label', row['label'], text)];
  },
};

/** The vectors shorten Device to Dev. */
function shortLabel(row: Row): string {
  const combined = combineStages({
    s1: { attr: row['s1Attr'] as never, sh: row['s1Sh'] as never },
    s2: { memAttr: row['s2MemAttr'] as never, sh: row['s2Sh'] as never },
    fwb: bool(row['fwb']),
  });
  return label(combined).replace('Device-', 'Dev-');
}

import { combineStages, type Attributes, type CombineInput } from '../../model/index.ts';
import { bool, difference, quiet, type Adapter, type Difference, type Told } from './adapter.ts';
import { differingFields, resultOf } from './attributes.ts';
import type { Cell, Row, VectorFile } from './vector-file.ts';

/**
 * Rows of `arch.combine`. `accept` lists every result that is architecturally right: the model
 * passes if its usual answer and each further permitted one is among them.
 */
export const archCombine: Adapter = {
  function: 'arch.combine',
  perKernel: false,
  inputs: ['s1Attr', 's1Sh', 's2MemAttr', 's2Sh', 'fwb', 'mtePerm'],
  outputs: ['accept'],
  differences: (row, file, told = quiet) => {
    const answers = permitted(row, told);
    if (answers.length === 0) return [difference('accept', row['accept'], 'no answer')];
    const right = accepted(row, file);
    return answers.filter((got) => !right.some((want) => same(want, got))).map(wrong(row, right));
  },
};

/** Every answer that the model permits for a row, the usual one first. */
export function permitted(row: Row, told: Told = quiet): Readonly<Record<string, Cell>>[] {
  const plain = results(row, false, told);
  const withFnXs = results(row, true, quiet);
  return plain.flatMap((attrs, i) => {
    const other = withFnXs[i];
    return other ? [resultOf(attrs, other)] : [];
  });
}

/** The results that a row accepts. */
export function accepted(row: Row, file: VectorFile): Readonly<Record<string, Cell>>[] {
  const { accept } = row;
  if (!Array.isArray(accept)) return [];
  return accept.map((index) => file.results[Number(index)] ?? {});
}

function results(row: Row, fnxs: boolean, told: Told): readonly Attributes[] {
  const input: CombineInput = {
    s1: { attr: row['s1Attr'] as never, sh: row['s1Sh'] as never },
    s2: { memAttr: row['s2MemAttr'] as never, sh: row['s2Sh'] as never, fnxs },
    fwb: bool(row['fwb']),
    mtePerm: row['mtePerm'] === undefined ? false : bool(row['mtePerm']),
  };
  return told(combineStages(input)).permitted;
}

function same(a: Readonly<Record<string, Cell>>, b: Readonly<Record<string, Cell>>): boolean {
  return differingFields(a, b).length === 0;
}

function wrong(
  row: Row,
  right: readonly Readonly<Record<string, Cell>>[],
): (got: Readonly<Record<string, Cell>>) => Difference {
  return (got) => difference('accept', right.length === 0 ? row['accept'] : right, got);
}

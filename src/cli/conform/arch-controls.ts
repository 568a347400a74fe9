import { accessAttributes, type AccessInput, type Attributes } from '../../model/index.ts';
import { bool, difference, quiet, type Adapter, type Told } from './adapter.ts';
import { accepted } from './arch-combine.ts';
import { differingFields, resultOf } from './attributes.ts';
import type { Row } from './vector-file.ts';

/**
 * Rows of `arch.controls`. `accept` lists every result that is architecturally right: the model
 * passes if its usual answer and each further permitted one is among them.
 */
export const archControls: Adapter = {
  function: 'arch.controls',
  perKernel: false,
  inputs: [
    'access',
    'fwb',
    'sctlrM',
    'sctlrC',
    'sctlrI',
    'hcrDc',
    'hcrDct',
    'hcrCd',
    'hcrId',
    's1Attr',
    's1Sh',
    's2MemAttr',
    's2Sh',
  ],
  outputs: ['accept'],
  differences: (row, file, told = quiet) => {
    const withFnXs = results(row, true, quiet);
    const answers = results(row, false, told).flatMap((attrs, i) => {
      const other = withFnXs[i];
      return other ? [resultOf(attrs, other)] : [];
    });
    if (answers.length === 0) return [difference('accept', row['accept'], 'no answer')];
    const right = accepted(row, file);
    return answers
      .filter((got) => !right.some((want) => differingFields(want, got).length === 0))
      .map((got) => difference('accept', right.length === 0 ? row['accept'] : right, got));
  },
};

function results(row: Row, fnxs: boolean, told: Told): readonly Attributes[] {
  const stage1 = { attr: row['s1Attr'] as never, sh: row['s1Sh'] as never };
  const input: AccessInput = {
    access: row['access'] as never,
    sctlr: { m: bool(row['sctlrM']), c: bool(row['sctlrC']), i: bool(row['sctlrI']) },
    hcr: {
      fwb: bool(row['fwb']),
      dc: bool(row['hcrDc']),
      dct: bool(row['hcrDct']),
      cd: bool(row['hcrCd']),
      id: bool(row['hcrId']),
    },
    ...(row['s1Attr'] === null ? {} : { s1: stage1 }),
    s2: { memAttr: row['s2MemAttr'] as never, sh: row['s2Sh'] as never, fnxs },
  };
  return told(accessAttributes(input)).permitted;
}

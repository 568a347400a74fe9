import { decodeStage2Leaf, type LeafOptions } from '../../model/index.ts';
import { wholeNumber, word64 } from '../number.ts';
import { clip } from '../options.ts';
import { UsageError } from '../usage-error.ts';
import { flags, needs, type Subject } from './subject.ts';

const EXAMPLE = 'npm run -s stage-two -- decode leaf 0x400000800007db --fwb 1 --level 3';
const FLAGS = {
  fwb: 'fwb',
  'mte-perm': 'mtePerm',
  lpa2: 'lpa2',
  xnx: 'xnx',
  xs: 'xs',
  bbml1: 'bbml1',
};

/** `decode leaf VALUE --fwb 0|1 --level 0..3`. */
export const leaf: Subject = {
  operands: ['a 64-bit descriptor'],
  options: [...Object.keys(FLAGS), 'level', 'granule'],
  example: EXAMPLE,
  decode: ([text = ''], values) => {
    const value = word64(text, 'a 64-bit descriptor in hexadecimal', EXAMPLE);
    if (value instanceof UsageError) return value;
    const how = flags(values, FLAGS, EXAMPLE);
    if (how instanceof UsageError) return how;
    if (how['fwb'] === undefined) return needs('fwb', '0|1', EXAMPLE);
    const given = values.get('level')?.[0];
    if (given === undefined) return needs('level', '0..3', EXAMPLE);
    const level = wholeNumber(given);
    if (level === null || level > 3)
      return new UsageError(`--level ${clip(given)}`, '0..3', EXAMPLE);
    const granule = values.get('granule')?.[0] ?? '4K';
    return decodeStage2Leaf(value, { ...how, level, granule } as unknown as LeafOptions);
  },
};

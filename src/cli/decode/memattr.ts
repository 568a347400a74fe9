import { decodeStage2MemAttr, type Stage2Options } from '../../model/index.ts';
import { wholeNumber } from '../number.ts';
import { clip } from '../options.ts';
import { UsageError } from '../usage-error.ts';
import { flags, needs, type Subject } from './subject.ts';

const EXAMPLE = 'npm run -s stage-two -- decode memattr 0b0110 --fwb 1';
const FLAGS = { fwb: 'fwb', 'mte-perm': 'mtePerm' };

/** `decode memattr VALUE --fwb 0|1`. */
export const memattr: Subject = {
  operands: ['four bits, 0 to 15'],
  options: Object.keys(FLAGS),
  example: EXAMPLE,
  decode: ([text = ''], values) => {
    const value = wholeNumber(text);
    if (value === null || value > 15)
      return new UsageError(clip(text), 'four bits, 0 to 15', EXAMPLE);
    const how = flags(values, FLAGS, EXAMPLE);
    if (how instanceof UsageError) return how;
    if (how['fwb'] === undefined) return needs('fwb', '0|1', EXAMPLE);
    return decodeStage2MemAttr(value, how as unknown as Stage2Options);
  },
};

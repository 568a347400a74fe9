import { decodeStage2MemAttr, parseBits, type Stage2Options } from '../../model/index.ts';
import { notRead } from '../number.ts';
import { clip } from '../options.ts';
import { UsageError } from '../usage-error.ts';
import { flags, needs, type Subject } from './subject.ts';

const EXAMPLE = 'npm run -s stage-two -- decode memattr 0b0110 --fwb 1';
const BITS = 'four bits, such as 0110, 0x6 or f';
const FLAGS = { fwb: 'fwb', 'mte-perm': 'mtePerm' };

/** `decode memattr VALUE --fwb 0|1`. */
export const memattr: Subject = {
  operands: [BITS],
  options: Object.keys(FLAGS),
  example: EXAMPLE,
  decode: ([text = ''], values) => {
    const read = parseBits(text, 4);
    if (read.value === null) return notRead(clip(text), BITS, read, EXAMPLE);
    const how = flags(values, FLAGS, EXAMPLE);
    if (how instanceof UsageError) return how;
    if (how['fwb'] === undefined) return needs('fwb', '0|1', EXAMPLE);
    return decodeStage2MemAttr(Number(read.value), how as unknown as Stage2Options);
  },
};

import { decodeMairAttr } from '../../model/index.ts';
import { wholeNumber } from '../number.ts';
import { clip } from '../options.ts';
import { UsageError } from '../usage-error.ts';
import type { Subject } from './subject.ts';

const EXAMPLE = 'npm run -s stage-two -- decode mair 0xff';

/** `decode mair VALUE`. */
export const mair: Subject = {
  operands: ['a byte, 0 to 255'],
  options: [],
  example: EXAMPLE,
  decode: ([text = '']) => {
    const value = wholeNumber(text);
    if (value === null || value > 255)
      return new UsageError(clip(text), 'a byte, 0 to 255', EXAMPLE);
    return decodeMairAttr(value);
  },
};

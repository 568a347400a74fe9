import { decodeMairAttr, parseHex } from '../../model/index.ts';
import { notRead } from '../number.ts';
import { clip } from '../options.ts';
import type { Subject } from './subject.ts';

const EXAMPLE = 'npm run -s stage-two -- decode mair 0xff';

const BYTE = 'a byte in hexadecimal, 00 to ff';

/** `decode mair VALUE`. */
export const mair: Subject = {
  operands: [BYTE],
  options: [],
  example: EXAMPLE,
  decode: ([text = '']) => {
    const read = parseHex(text, 8);
    return read.value === null
      ? notRead(clip(text), BYTE, read, EXAMPLE)
      : decodeMairAttr(Number(read.value));
  },
};

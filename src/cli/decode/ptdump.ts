import { readPtdump } from '../../model/index.ts';
import type { Subject } from './subject.ts';

/** `decode ptdump LINE`: a line of a page-table dump of Linux. */
export const ptdump: Subject = {
  operands: ['a line of kernel_page_tables or stage2_page_tables, in quotes'],
  options: [],
  example: "npm run -s stage-two -- decode ptdump '0x80000000-0x81200000 18M 2 R W px ux AF BLK'",
  decode: ([line = '']) => readPtdump(line),
};

import { decodeRegister, type RegisterName } from '../../model/index.ts';
import { word64 } from '../number.ts';
import { UsageError } from '../usage-error.ts';
import type { Subject } from './subject.ts';

/** `decode NAME VALUE`, where NAME is a register. */
export function registerSubject(name: RegisterName): Subject {
  const example = `npm run -s stage-two -- decode ${name} 0x84448004`;
  return {
    operands: ['a 64-bit value'],
    options: [],
    example,
    decode: ([text = '']) => {
      const value = word64(text, 'a 64-bit value in hexadecimal', example);
      return value instanceof UsageError ? value : decodeRegister(name, value);
    },
  };
}

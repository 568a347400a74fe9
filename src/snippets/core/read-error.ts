import { MAX_TEXT } from './limits.ts';
import { STOPPED } from './stopped.ts';
import type { RawError } from './types.ts';

/** A name that stands before a message as it is; no other looks like a sentence of the runner. */
const PLAIN = /^[A-Za-z_$][\w$.]*$/;
const BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

/**
 * readError takes a failure that a realm tells of. Its name and message are the snippet's own: a name
 * that is no word, or that is the runner's, stands in quotes, and what follows in further lines is
 * indented, so that nothing of it reads as what the runner says.
 */
export function readError(value: unknown): RawError {
  const { name, message, line, column, errno } = isBag(value) ? value : {};
  if (!isText(name) || !isText(message)) {
    return { name: 'Error', message: 'the thrown value cannot be read', line: null, column: null };
  }
  return {
    name: properName(name),
    message: inOneBlock(message),
    line: count(line),
    column: count(column),
    ...(isText(errno) ? { errno } : {}),
  };
}

/** inOneBlock indents all lines but the first. */
export const inOneBlock = (text: string): string => text.replace(BREAK, '\n  ');

function properName(name: string): string {
  const own = PLAIN.test(name) && !name.toLowerCase().includes(STOPPED.toLowerCase());
  return own ? name : `Error named ${JSON.stringify(name)}`;
}

const isBag = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_TEXT;
const count = (value: unknown): number | null =>
  Number.isSafeInteger(value) ? (value as number) : null;

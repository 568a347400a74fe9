import { byteDecoder } from './byte.ts';
import type { Decoder } from './decoder.ts';
import { REGISTER_DECODERS } from './register.ts';

const BY_NAME = new Map([byteDecoder, ...REGISTER_DECODERS].map((one) => [one.name, one] as const));

/** The decoder of a figure. */
export function decoderOf(name: string): Decoder {
  const found = BY_NAME.get(name);
  if (!found) throw new Error(`No decoder ${name}; there are ${[...BY_NAME.keys()].join(', ')}.`);
  return found;
}

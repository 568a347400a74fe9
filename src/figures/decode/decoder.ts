import type { HexField } from '../form/read-hex.ts';
import type { HNode } from '../show/node.ts';

/** Something that can be decoded from a number that a reader types. */
export interface Decoder {
  /** Name in the address. */
  readonly name: string;
  /** What is typed. */
  readonly label: string;
  readonly field: HexField;
  /** The number as the figure shows it. */
  readonly write: (value: bigint) => string;
  /** The decode, drawn. */
  readonly draw: (value: bigint) => readonly HNode[];
}

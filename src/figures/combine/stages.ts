import {
  combineStages,
  decodeMairAttr,
  decodeStage2MemAttr,
  label,
  memoryName,
} from '../../model/usual.ts';
import { parseBits, parseHex } from '../../model/index.ts';
import type { Combined } from '../../model/index.ts';
import { LEAF_OPTIONS, memAttrOf } from '../drawings/types/leaf.ts';
import { NO_YES } from '../form/field.ts';
import type { Field, Values } from '../form/field.ts';

/** Bytes of MAIR_EL1 that one meets, with what they are called; strictest first. */
export const COMMON_BYTES = [0x00, 0x04, 0x08, 0x0c, 0x44, 0xbb, 0xff, 0x77, 0xf0, 0x4f];

/** Encodings of MemAttr that are in use, by HCR_EL2.FWB. */
const COMMON_MEM_ATTRS = {
  '0': [0b0000, 0b0001, 0b0011, 0b0101, 0b1010, 0b1111],
  '1': [0b0000, 0b0001, 0b0011, 0b0101, 0b0110, 0b0111],
} as const;

export const hex = (byte: number): string =>
  `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
export const binary = (memAttr: number): string => memAttr.toString(2).padStart(4, '0');

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** Every value of MemAttr[3:0]. */
export const MEM_ATTRS = numbers(16);

/** What the guest writes. */
export const S1: Field = {
  key: 's1',
  label: 'Attribute byte of MAIR_EL1',
  shape: 'select',
  options: numbers(256).map((byte) => [hex(byte), hex(byte)]),
  expected: '0x00 to 0xFF',
  read: (text) => {
    const { value } = parseHex(text, 8);
    return value === null ? null : { value: hex(Number(value)) };
  },
};

/** What the hypervisor writes. */
export const S2: Field = {
  key: 's2',
  label: 'MemAttr',
  shape: 'select',
  options: MEM_ATTRS.map((memAttr) => [binary(memAttr), binary(memAttr)]),
  read: (text) => {
    const { value } = parseBits(text, 4);
    return value === null ? null : { value: binary(Number(value)) };
  },
};

export const FWB: Field = {
  key: 'fwb',
  label: 'HCR_EL2.FWB',
  shape: 'check',
  options: NO_YES,
};

/** What KVM wants to make of the page; its four bits follow, and FWB has a say in them. */
export const LEAF: Field = {
  key: 'leaf',
  label: "KVM's leaf for",
  shape: 'radio',
  options: [...LEAF_OPTIONS, ['bits', 'any bits']],
};

export const FIELDS: readonly Field[] = [S1, S2, FWB, LEAF];

/** A guest that asks for Non-cacheable, and the one encoding that overrides it. */
export const PRESET: Values = { s1: hex(0x44), s2: binary(0b0110), fwb: '1', leaf: 'normal' };

/** The bits that KVM writes for the chosen leaf; null where the reader sets them. */
function bitsOfLeaf({ leaf, fwb }: Values): string | null {
  const kind = LEAF_OPTIONS.find(([name]) => name === leaf)?.[0];
  return kind === undefined ? null : binary(memAttrOf(kind, fwb === '1'));
}

/**
 * settled keeps leaf and bits together. Whoever changes the leaf or FWB gets the bits that KVM
 * writes; whoever sets the bits, or comes by a link that names them alone, has left the leaf.
 */
export function settled(values: Values, before: Values | null): Values {
  const bits = bitsOfLeaf(values);
  if (bits === null || bits === values['s2']) return values;
  const byBits =
    before === null || (values['s2'] !== before['s2'] && values['leaf'] === before['leaf']);
  return byBits ? { ...values, leaf: 'bits' } : { ...values, s2: bits };
}

/** What the values stand for. */
export interface Chosen {
  readonly attr: number;
  readonly memAttr: number;
  readonly fwb: boolean;
}

export const chosenOf = (v: Values): Chosen => ({
  attr: Number(v['s1']),
  memAttr: Number.parseInt(v['s2'] ?? '', 2),
  fwb: v['fwb'] === '1',
});

/** combine asks the model what both stages make together; Inner Shareable on both sides. */
export const combine = ({ attr, memAttr, fwb }: Chosen): Combined =>
  combineStages({ s1: { attr }, s2: { memAttr }, fwb });

const withChosen = (common: readonly number[], chosen: number): number[] =>
  common.includes(chosen) ? [...common] : [...common, chosen].toSorted((a, b) => a - b);

/** Rows of the grid: the common bytes, and the chosen one. */
export const rowsFor = ({ attr }: Chosen): number[] =>
  COMMON_BYTES.includes(attr) ? COMMON_BYTES : [...COMMON_BYTES, attr];

/** Columns of the grid: the encodings in use, and the chosen one. */
export const columnsFor = ({ memAttr, fwb }: Chosen): number[] =>
  withChosen(COMMON_MEM_ATTRS[fwb ? '1' : '0'], memAttr);

/** byteName says in a few letters what a byte asks for. */
export const byteName = (attr: number): string => label(decodeMairAttr(attr));

/** memAttrName says in a few letters what an encoding does. */
export const memAttrName = (memAttr: number, fwb: boolean): string =>
  memoryName(decodeStage2MemAttr(memAttr, { fwb }));

import type { LeafAttributes } from '../../kvm/pgtable/stage2-attributes.ts';
import { bits } from '../digits.ts';
import type { Fact } from '../show-tree.ts';

/** The fields of a leaf, with their bits. */
export function leafFacts(leaf: LeafAttributes): Fact[] {
  const { memAttr, s2ap, sh, xn } = leaf;
  return [
    ['MemAttr [5:2]', bits(memAttr)],
    ['S2AP [7:6]', pair(s2ap)],
    ['SH [9:8]', pair(sh)],
    ['AF [10]', '1'],
    ['XN [54:53]', pair(xn)],
    ['together', leaf.word],
  ];
}

function pair(value: number): string {
  return `0b${value.toString(2).padStart(2, '0')}`;
}

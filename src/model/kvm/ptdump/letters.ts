import type { Place } from '../../arch/bits/put.ts';
import { ATTR_INDX_NAMES } from '../vma/attr-indx.ts';

/** A word of a line with the bits that it stands for. */
export interface Letter {
  readonly word: string;
  /** The value of the field where the word stands. */
  readonly value: number;
  readonly says: string;
}

/** A field that the line tells. */
export interface LetterGroup {
  readonly name: string;
  readonly place: Place;
  /** The words of the field; one with an empty word is what a line without the others says. */
  readonly letters: readonly Letter[];
}

const group = (name: string, hi: number, lo: number, letters: readonly Letter[]): LetterGroup => ({
  name,
  place: { hi, lo },
  letters,
});
const letter = (word: string, value: number, says: string): Letter => ({ word, value, says });

/** How the kernel writes the type that each index stands for; only what it has a word for. */
const TYPE_WORDS: Readonly<Record<(typeof ATTR_INDX_NAMES)[number], string>> = {
  MT_NORMAL: 'MEM/NORMAL',
  MT_NORMAL_TAGGED: 'MEM/NORMAL-TAGGED',
  MT_NORMAL_NC: 'MEM/NORMAL-NC',
  MT_DEVICE_nGnRnE: 'DEVICE/nGnRnE',
  MT_DEVICE_nGnRE: 'DEVICE/nGnRE',
};

/**
 * What a line of kernel_page_tables tells of a descriptor of stage 1, in the order of the line.
 * Source: ARCH734, arch/arm64/mm/ptdump.c.
 */
export const STAGE1_LETTERS: readonly LetterGroup[] = [
  group('Valid', 0, 0, [letter('F', 0, 'not valid'), letter('', 1, 'valid')]),
  group('AP[1]', 6, 6, [letter('USR', 1, 'EL0 has access'), letter('', 0, 'EL0 has none')]),
  group('AP[2]', 7, 7, [letter('ro', 1, 'read only'), letter('RW', 0, 'read and write')]),
  group('PXN', 53, 53, [
    letter('NX', 1, 'the kernel cannot execute'),
    letter('x', 0, 'the kernel can execute'),
  ]),
  group('SH[1:0]', 9, 8, [
    letter('SHD', 3, 'Inner Shareable'),
    letter('', 0, 'not Inner Shareable'),
  ]),
  group('AF', 10, 10, [letter('AF', 1, 'accessed'), letter('', 0, 'not accessed')]),
  group('nG', 11, 11, [letter('NG', 1, 'of one address space'), letter('', 0, 'of all')]),
  group('Contiguous', 52, 52, [letter('CON', 1, 'one of a group'), letter('', 0, 'alone')]),
  group('Type', 1, 1, [letter('BLK', 0, 'a block'), letter('', 1, 'a page')]),
  group('UXN', 54, 54, [letter('UXN', 1, 'EL0 cannot execute'), letter('', 0, 'EL0 can execute')]),
  group('GP', 50, 50, [letter('GP', 1, 'guarded'), letter('', 0, 'not guarded')]),
  group(
    'AttrIndx[2:0]',
    4,
    2,
    ATTR_INDX_NAMES.map((name, i) => letter(TYPE_WORDS[name], i, name)),
  ),
];

/**
 * What a line of stage2_page_tables tells: never the memory type. Source: CODE734,
 * arch/arm64/kvm/ptdump.c.
 */
export const STAGE2_LETTERS: readonly LetterGroup[] = [
  group('Valid', 0, 0, [letter('F', 0, 'not valid'), letter('', 1, 'valid')]),
  group('S2AP[0]', 6, 6, [letter('R', 1, 'reads permitted'), letter('', 0, 'no reads')]),
  group('S2AP[1]', 7, 7, [letter('W', 1, 'writes permitted'), letter('', 0, 'no writes')]),
  group('XN[1:0]', 54, 53, [
    letter('px ux', 0, 'EL1 and EL0 can execute'),
    letter('PXNux', 1, 'EL0 alone can execute'),
    letter('PXNUXN', 2, 'nobody can execute'),
    letter('px UXN', 3, 'EL1 alone can execute'),
  ]),
  group('AF', 10, 10, [letter('AF', 1, 'accessed'), letter('', 0, 'not accessed')]),
  group('Type', 1, 1, [letter('BLK', 0, 'a block'), letter('', 1, 'a page')]),
];

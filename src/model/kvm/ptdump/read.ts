import type { ModelError } from '../../base/error.ts';
import { inputError } from '../../base/diagnose.ts';
import { putBits } from '../../arch/bits/put.ts';
import { wordHex } from '../../base/word.ts';
import { STAGE1_LETTERS, STAGE2_LETTERS, type Letter, type LetterGroup } from './letters.ts';

/** A field that a line of a page-table dump tells. */
export interface PtdumpField {
  readonly name: string;
  readonly hi: number;
  readonly lo: number;
  /** The word that stands in the line; empty where its absence says it, null where nothing does. */
  readonly word: string | null;
  /** Null where the line does not tell the field. */
  readonly value: number | null;
  readonly says: string;
}

/** A line of a page-table dump, read. */
export interface Ptdump {
  readonly kind: 'ptdump';
  /** 1: kernel_page_tables of the host; 2: stage2_page_tables of a VM; null for bad input. */
  readonly stage: 1 | 2 | null;
  /** First address, and the one after the last, as 0x and 16 digits. */
  readonly from: string | null;
  readonly to: string | null;
  readonly bytes: number | null;
  /** The level as the line names it: PTE, or a number at stage 2. */
  readonly level: string | null;
  /** A range in which nothing is mapped: its line has no letters. */
  readonly empty: boolean;
  readonly fields: readonly PtdumpField[];
  /** The bits that the line tells, all others 0: no whole descriptor, for it has no address either. */
  readonly bits: string | null;
  /** Words of the line that stand for nothing known. */
  readonly unknown: readonly string[];
  readonly source: readonly string[];
  readonly error?: ModelError;
}

const NONE: Ptdump = Object.freeze({
  kind: 'ptdump',
  stage: null,
  from: null,
  to: null,
  bytes: null,
  level: null,
  empty: true,
  fields: [],
  bits: null,
  unknown: [],
  source: [],
});

const LONGEST = 400;
const LINE =
  /(?:0x)?([0-9a-f]{8,16})-(?:0x)?([0-9a-f]{8,16})\s{1,40}(\d{1,12})\s?([KMGTPE])\s{1,40}(PGD|P4D|PUD|PMD|PTE|-?[0-3])(?![\w.])([^|\n]{0,200})/i;
const UNITS = 'BKMGTPE';

/**
 * Reads a line of /sys/kernel/debug/kernel_page_tables (stage 1), or of stage2_page_tables of a VM: the
 * range, and what its words say of the descriptors in it. A stage-2 line never tells the memory type.
 * Kernels that print one X for execution do not say which way: the letter stays unknown.
 * Source: ARCH734, CODE734.
 */
export function readPtdump(line: string): Ptdump {
  const text = typeof line === 'string' ? line.slice(0, LONGEST) : '';
  const match = LINE.exec(text);
  if (match === null) return { ...NONE, error: lineError(line) };
  const [, first = '', last = '', size = '', unit = '', level = '', rest = ''] = match;
  const stage = /^\w{3}$/.test(level) ? 1 : 2;
  const words = rest.trim() === '' ? [] : rest.trim().split(/\s+/);
  const base = {
    ...NONE,
    stage,
    from: wordHex(BigInt(`0x${first}`)),
    to: wordHex(BigInt(`0x${last}`)),
    bytes: Number(size) * 1024 ** UNITS.indexOf(unit.toUpperCase()),
    level: level.toUpperCase(),
    source: stage === 1 ? ['ARCH734'] : ['CODE734'],
  } as const;
  if (words.length === 0) return base;
  const { fields, unknown } = fieldsOf(words, stage === 1 ? STAGE1_LETTERS : STAGE2_LETTERS);
  const bits = fields.reduce(
    (word, field) => (field.value === null ? word : putBits(word, field, BigInt(field.value))),
    0n,
  );
  return { ...base, empty: false, fields, unknown, bits: wordHex(bits) };
}

function fieldsOf(
  words: readonly string[],
  groups: readonly LetterGroup[],
): Pick<Ptdump, 'fields' | 'unknown'> {
  const left = [...words];
  const fields = groups.map((group): PtdumpField => {
    const found = group.letters.find(({ word }) => word !== '' && takeWords(left, word));
    const told = found ?? group.letters.find(({ word }) => word === '');
    return fieldOf(group, told);
  });
  return { fields, unknown: left };
}

function fieldOf({ name, place }: LetterGroup, told: Letter | undefined): PtdumpField {
  return told
    ? { name, ...place, word: told.word, value: told.value, says: told.says }
    : { name, ...place, word: null, value: null, says: 'not told by this line' };
}

/** Takes a word, or the words of one that has a blank, out of the line; false where they are not in it. */
function takeWords(left: string[], word: string): boolean {
  const parts = word.split(' ');
  const at = left.findIndex((_, i) => parts.every((part, k) => left[i + k] === part));
  if (at < 0) return false;
  left.splice(at, parts.length);
  return true;
}

/** The line with another word for one of its fields; as it was where it cannot be read. */
export function setPtdump(line: string, name: string, value: number): string {
  const read = readPtdump(line);
  if (read.error || read.stage === null) return line;
  const groups = read.stage === 1 ? STAGE1_LETTERS : STAGE2_LETTERS;
  const words = groups.flatMap((group) => {
    const field = read.fields.find((one) => one.name === group.name);
    const wanted = group.name === name ? value : (field?.value ?? null);
    const word = group.letters.find((one) => one.value === wanted)?.word ?? '';
    return word === '' ? [] : [word];
  });
  const head = `${read.from}-${read.to} ${sizeInWords(read.bytes ?? 0)} ${read.level}`;
  return [head, ...words, ...read.unknown].join(' ');
}

/** A size as the kernel writes it, in the largest unit that leaves no remainder. */
function sizeInWords(bytes: number): string {
  let [size, unit] = [bytes / 1024, 1];
  while (size !== 0 && size % 1024 === 0 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size}${UNITS[unit]}`;
}

function lineError(line: unknown): ModelError {
  return inputError(
    typeof line === 'string' ? 'unknown-choice' : 'wrong-type',
    'line',
    line,
    'a line of kernel_page_tables or of stage2_page_tables',
    "'0xffff800008200000-0xffff800008e00000 12M PTE ro x SHD AF CON UXN MEM/NORMAL'",
    'Give one line of the dump, from its first address on.',
  );
}

import { ATTR_INDX_NAMES, type Vma } from '../model/index.ts';
import { wholeNumber } from './number.ts';
import { clip } from './options.ts';
import { UsageError } from './usage-error.ts';

/** A VMA as the command line writes it. */
export const VMA_EXAMPLE = 'pfnmap,attr=MT_NORMAL';

type Draft = { -readonly [K in keyof Vma]: Vma[K] };

const FLAGS: Readonly<Record<string, keyof Vma>> = {
  pfnmap: 'vmPfnmap',
  mixedmap: 'vmMixedmap',
  io: 'vmIo',
  'any-uncached': 'vmAllowAnyUncached',
  'mte-allowed': 'vmMteAllowed',
};

/** The words of a VMA, for help texts. */
export const VMA_WORDS = [
  `A VMA is a list such as ${VMA_EXAMPLE} out of:`,
  `  ${Object.keys(FLAGS).join(', ')}`,
  '  attr=N or attr=NAME: AttrIndx, 0 MT_NORMAL (default) to 4 MT_DEVICE_nGnRE',
  "  entry=N or entry=NAME: the same of the host's own entry, which KVM does not read",
  '  pages=START-END: its range, for the memslot walk',
  '  plain: no flag, MT_NORMAL',
];

/** Reads a VMA; `none` means that there is no VMA, where that is possible. */
export function parseVma(text: string, orNone: boolean): Vma | null | UsageError {
  if (text === 'none' && orNone) return null;
  const vma: Draft = {};
  for (const word of text.split(',')) {
    if (word === 'plain') continue;
    const known = Object.hasOwn(FLAGS, word) ? FLAGS[word] : undefined;
    if (known) Object.assign(vma, { [known]: true });
    else if (!assignValue(vma, word)) return unknown(word, orNone);
  }
  return vma;
}

function assignValue(vma: Draft, word: string): boolean {
  const [, key, value = ''] = /^(\w+)=(.*)$/.exec(word) ?? [];
  if (key === 'attr' || key === 'entry') {
    const name = ATTR_INDX_NAMES.find((n) => n === value);
    const number = wholeNumber(value);
    if (name === undefined && (number === null || number > 7)) return false;
    vma[key === 'attr' ? 'attrIndx' : 'entryAttrIndx'] = name ?? (number as number);
    return true;
  }
  if (key !== 'pages') return false;
  const [start, end] = value.split('-').map(wholeNumber);
  if (start === undefined || end === undefined || start === null || end === null) return false;
  vma.start = start;
  vma.end = end;
  return true;
}

function unknown(word: string, orNone: boolean): UsageError {
  const words = [...Object.keys(FLAGS), 'attr=0..7', 'entry=0..7', 'pages=START-END', 'plain'];
  if (orNone) words.push('none');
  return new UsageError(
    `--vma with ${clip(word)}`,
    `one of ${words.join(', ')}`,
    `--vma ${VMA_EXAMPLE}`,
  );
}

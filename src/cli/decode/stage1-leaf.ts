import { decodeStage1Leaf, type Stage1LeafOptions } from '../../model/index.ts';
import { wholeNumber, word64 } from '../number.ts';
import { clip } from '../options.ts';
import { UsageError } from '../usage-error.ts';
import { flags, needs, type Subject } from './subject.ts';

const EXAMPLE =
  'npm run -s stage-two -- decode stage1-leaf 0x60000080000703 --regime el1-0 --level 3';

/** Without the sign that a shell takes for its own. */
const REGIMES = { 'el1-0': 'EL1&0', 'el2-0': 'EL2&0', el2: 'EL2', el3: 'EL3' } as const;
const NAMES = Object.keys(REGIMES).join('|');

/** `decode stage1-leaf VALUE --regime R --level 0..3`. */
export const stage1Leaf: Subject = {
  operands: ['a 64-bit descriptor'],
  options: ['regime', 'level', 'granule', 'lpa2', 'bbml1'],
  example: EXAMPLE,
  decode: ([text = ''], values) => {
    const value = word64(text, 'a 64-bit descriptor in hexadecimal', EXAMPLE);
    if (value instanceof UsageError) return value;
    const how = flags(values, { lpa2: 'lpa2', bbml1: 'bbml1' }, EXAMPLE);
    if (how instanceof UsageError) return how;
    const given = values.get('regime')?.[0];
    if (given === undefined) return needs('regime', NAMES, EXAMPLE);
    const word = given.toLowerCase().replace('&', '-');
    if (!Object.hasOwn(REGIMES, word))
      return new UsageError(`--regime ${clip(given)}`, NAMES, EXAMPLE);
    const regime = REGIMES[word as keyof typeof REGIMES];
    const levelText = values.get('level')?.[0];
    if (levelText === undefined) return needs('level', '0..3', EXAMPLE);
    const level = wholeNumber(levelText);
    if (level === null || level > 3)
      return new UsageError(`--level ${clip(levelText)}`, '0..3', EXAMPLE);
    const granule = values.get('granule')?.[0] ?? '4K';
    return decodeStage1Leaf(value, { ...how, regime, level, granule } as Stage1LeafOptions);
  },
};

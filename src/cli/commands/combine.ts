import {
  combineStages,
  parseBits,
  parseHex,
  renderText,
  type NumberRead,
} from '../../model/index.ts';
import type { Command } from '../command.ts';
import { clip, json, optionLines, type Option, type Parsed } from '../options.ts';
import { notRead, wholeNumber } from '../number.ts';
import { runWith } from '../run-with.ts';
import { UsageError } from '../usage-error.ts';

const EXAMPLE = 'npm run -s stage-two -- combine --s1 0x44 --s2 0b0110 --fwb 1';
const SH = 'NSH|OSH|ISH|0..3';

const OPTIONS: readonly Option[] = [
  { name: 's1', value: '00..ff', meaning: 'stage 1: byte of MAIR_EL1, hexadecimal (needed)' },
  { name: 's1-sh', value: SH, meaning: 'stage 1: SH (default ISH)' },
  { name: 's2', value: '0000..1111|0..f', meaning: 'stage 2: MemAttr[3:0] (needed)' },
  { name: 's2-sh', value: SH, meaning: 'stage 2: SH (default ISH)' },
  { name: 'fnxs', value: '0|1', meaning: 'stage 2: FnXS (default 0)' },
  { name: 'fwb', value: '0|1', meaning: 'HCR_EL2.FWB (needed)' },
  { name: 'mte-perm', value: '0|1', meaning: 'FEAT_MTE_PERM (default 0)' },
  json,
];

/** `combine`: what stage 1 and stage 2 give together. */
export const combine: Command = {
  name: 'combine',
  summary: 'what stage 1 and stage 2 give together',
  example: EXAMPLE,
  help: [
    'stage-two combine --s1 BYTE --s2 MEMATTR --fwb 0|1 ... [--json]',
    '',
    ...optionLines(OPTIONS),
    '',
    'The byte is hexadecimal, with or without 0x; MemAttr is four bits, or one digit.',
    `Example: ${EXAMPLE}`,
  ],
  run: (args, outside) =>
    runWith({ command: combine, options: OPTIONS }, args, outside, (parsed) => {
      const input = inputOf(parsed);
      if (input instanceof UsageError) return input;
      const value = combineStages(input as never);
      outside.out(parsed.values.has('json') ? JSON.stringify(value, null, 2) : renderText(value));
      return 0;
    }),
};

function inputOf(parsed: Parsed): object | UsageError {
  if (parsed.words.length > 0)
    return new UsageError(clip(parsed.words[0] ?? ''), 'options only', EXAMPLE);
  const fields: Record<string, unknown> = {};
  for (const option of OPTIONS) {
    const text = parsed.values.get(option.name)?.[0];
    const read = READERS[option.name];
    if (!read) continue;
    const value = read(text);
    if (value === null) {
      if (text === undefined)
        return new UsageError(`no --${option.name}`, option.value ?? '', EXAMPLE);
      return notRead(
        `--${option.name} ${clip(text)}`,
        option.value ?? '',
        asRead(option, text),
        EXAMPLE,
      );
    }
    fields[option.name] = value;
  }
  const s1 = { attr: fields['s1'], sh: fields['s1-sh'] };
  const s2 = { memAttr: fields['s2'], sh: fields['s2-sh'], fnxs: fields['fnxs'] };
  return { s1, s2, fwb: fields['fwb'], mtePerm: fields['mte-perm'] };
}

/** How each option is read: null where the text is not what it takes. */
const READERS: Readonly<
  Record<string, (text: string | undefined) => number | string | boolean | null>
> = {
  s1: (text) => valueOf(parseHex(text ?? '', 8)),
  's1-sh': shareability,
  s2: (text) => valueOf(parseBits(text ?? '', 4)),
  's2-sh': shareability,
  fnxs: (text) => bit(text ?? '0'),
  fwb: bit,
  'mte-perm': (text) => bit(text ?? '0'),
};

/** How the text of an option was understood, to say what it could have meant. */
function asRead({ name }: Option, text: string): NumberRead {
  if (name === 's1') return parseHex(text, 8);
  return name === 's2' ? parseBits(text, 4) : { value: null, meant: [] };
}

function valueOf({ value }: NumberRead): number | null {
  return value === null ? null : Number(value);
}

function upTo(text: string | undefined, max: number): number | null {
  const value = wholeNumber(text ?? '');
  return value !== null && value <= max ? value : null;
}

function shareability(text: string | undefined): number | string | null {
  if (text === undefined || text === 'NSH' || text === 'OSH' || text === 'ISH')
    return text ?? 'ISH';
  return upTo(text, 3);
}

function bit(text: string | undefined): boolean | null {
  if (text === '0' || text === '1') return text === '1';
  return null;
}

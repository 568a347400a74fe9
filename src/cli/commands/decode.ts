import { decodeMairAttr, decodeStage2MemAttr, renderText } from '../../model/index.ts';
import type { Command } from '../command.ts';
import { clip, json, optionLines, type Option, type Parsed } from '../options.ts';
import { wholeNumber } from '../number.ts';
import { runWith } from '../run-with.ts';
import { UsageError } from '../usage-error.ts';

const MAIR_EXAMPLE = 'npm run -s stage-two -- decode mair 0xff';
const MEMATTR_EXAMPLE = 'npm run -s stage-two -- decode memattr 0b0110 --fwb 1';

const OPTIONS: readonly Option[] = [
  { name: 'fwb', value: '0|1', meaning: 'memattr: HCR_EL2.FWB (needed)' },
  { name: 'mte-perm', value: '0|1', meaning: 'memattr: FEAT_MTE_PERM (default 0)' },
  json,
];

/** `decode mair|memattr VALUE`: the fields of an encoding. */
export const decode: Command = {
  name: 'decode',
  summary: 'the fields of a MAIR byte or of a stage-2 MemAttr',
  example: MAIR_EXAMPLE,
  help: [
    'stage-two decode mair VALUE [--json]',
    'stage-two decode memattr VALUE --fwb 0|1 [--mte-perm 0|1] [--json]',
    '',
    ...optionLines(OPTIONS),
    '',
    'Numbers may be written as 255, 0xff or 0b11111111.',
    `Examples: ${MAIR_EXAMPLE}`,
    `          ${MEMATTR_EXAMPLE}`,
  ],
  run: (args, outside) =>
    runWith({ command: decode, options: OPTIONS }, args, outside, (parsed) => {
      const value = decodeWords(parsed);
      if (value instanceof UsageError) return value;
      outside.out(parsed.values.has('json') ? JSON.stringify(value, null, 2) : renderText(value));
      return 0;
    }),
};

function decodeWords({ words, values }: Parsed): object | UsageError {
  const [what, text = '', extra] = words;
  if (extra !== undefined) return new UsageError(clip(extra), 'one value', MAIR_EXAMPLE);
  const value = wholeNumber(text);
  const got = text === '' ? 'no value' : clip(text);
  switch (what) {
    case 'mair':
      if (value === null || value > 255)
        return new UsageError(got, 'a byte, 0 to 255', MAIR_EXAMPLE);
      return decodeMairAttr(value);
    case 'memattr': {
      if (value === null || value > 15)
        return new UsageError(got, 'four bits, 0 to 15', MEMATTR_EXAMPLE);
      const fwb = values.get('fwb')?.[0];
      const mtePerm = values.get('mte-perm')?.[0] ?? '0';
      if (!isBit(fwb))
        return new UsageError(
          fwb === undefined ? 'no --fwb' : `--fwb ${clip(fwb)}`,
          '0|1',
          MEMATTR_EXAMPLE,
        );
      if (!isBit(mtePerm))
        return new UsageError(`--mte-perm ${clip(mtePerm)}`, '0|1', MEMATTR_EXAMPLE);
      return decodeStage2MemAttr(value, { fwb: fwb === '1', mtePerm: mtePerm === '1' });
    }
    default:
      return new UsageError(
        what === undefined ? 'nothing to decode' : clip(what),
        'mair or memattr',
        MAIR_EXAMPLE,
      );
  }
}

function isBit(text: string | undefined): boolean {
  return text === '0' || text === '1';
}

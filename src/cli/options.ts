import { nearest } from '../model/index.ts';
import { tokensOf } from './tokens.ts';
import { UsageError } from './usage-error.ts';

/** One option that a command takes. */
export interface Option {
  /** The name without dashes, such as `fwb`. */
  readonly name: string;
  /** What the value looks like, such as `0|1`; null for a switch. */
  readonly value: string | null;
  readonly meaning: string;
  /** The option may be given more than once. */
  readonly repeats?: boolean;
}

/** A command line taken apart. */
export interface Parsed {
  readonly words: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly help: boolean;
}

const HELP: Option = { name: 'help', value: null, meaning: 'this text' };
const JSON_OPTION: Option = { name: 'json', value: null, meaning: 'the answer as JSON' };

/** The option `--json` of every command that answers. */
export const json = JSON_OPTION;

/** Reads the options of a command, or says what is wrong with the first that cannot be read. */
export function parseOptions(
  args: readonly string[],
  options: readonly Option[],
  example: string,
): Parsed | UsageError {
  const words: string[] = [];
  const values = new Map<string, string[]>();
  const all = [...options, HELP];
  for (const { word, name, value } of tokensOf(args, all)) {
    if (!word.startsWith('-') || word === '-') {
      words.push(word);
      continue;
    }
    const option = word === '-h' ? HELP : all.find((o) => o.name === name);
    if (!option) {
      const near = nearest(word.replace(/=.*/s, ''), all.map(dashed));
      return new UsageError(clip(word), `one of ${all.map(dashed).join(', ')}`, example, near);
    }
    const before = values.get(option.name) ?? [];
    if (before.length > 0 && !option.repeats)
      return new UsageError(`--${option.name} twice`, `--${option.name} once`, example);
    if (option.value === null && value !== undefined)
      return new UsageError(clip(word), `--${option.name} without a value`, example);
    if (option.value !== null && value === undefined)
      return new UsageError(`--${option.name} without a value`, option.value, example);
    values.set(option.name, [...before, value ?? '']);
  }
  return { words, values, help: values.has('help') };
}

/** The options as lines of a help text. */
export function optionLines(options: readonly Option[]): string[] {
  const heads = options.map((o) => `--${o.name}${o.value === null ? '' : ` ${o.value}`}`);
  const width = Math.max(...heads.map((head) => head.length));
  return options.map((o, i) => `  ${(heads[i] ?? '').padEnd(width)}  ${o.meaning}`);
}

/** A word of the command line, short enough for one line. */
export function clip(word: string): string {
  return JSON.stringify(word.length > 60 ? `${word.slice(0, 60)}...` : word);
}

const dashed = ({ name }: Option): string => `--${name}`;

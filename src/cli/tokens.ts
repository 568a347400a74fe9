import { parseArgs } from 'node:util';

/** An option as far as its words are concerned: its name, and whether a value follows. */
interface Named {
  readonly name: string;
  /** What the value looks like; null for a switch. */
  readonly value: string | null;
}

/** One part of a command line; `name` is null for a word that belongs to no option, and for `--`. */
export interface Token {
  /** The word as it was written, `--name=value` in one. */
  readonly word: string;
  readonly name: string | null;
  readonly value: string | undefined;
}

/**
 * Takes `--name value`, `--name=value` and `--switch` apart from the words around them. Every
 * command line of the project is cut here; who asks says what is wrong with a part, in words of its own.
 */
export function tokensOf(args: readonly string[], options: readonly Named[]): Token[] {
  const types = options.map(({ name, value }) => {
    const type: 'boolean' | 'string' = value === null ? 'boolean' : 'string';
    return [name, { type, multiple: true }] as const;
  });
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(types),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  return tokens.map((token) => ({
    word: args[token.index] ?? '',
    name: token.kind === 'option' && token.rawName.startsWith('--') ? token.name : null,
    value: token.kind === 'option-terminator' ? undefined : token.value,
  }));
}

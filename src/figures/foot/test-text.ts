/** A value as a program has it. */
export function literal(value: unknown): string {
  if (typeof value === 'bigint') return `0x${value.toString(16)}n`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(
    ([name, one]) => `${/^\w+$/.test(name) ? name : JSON.stringify(name)}: ${literal(one)}`,
  );
  return `{ ${fields.join(', ')} }`;
}

/** A call of the model, as a program has it. */
export const callOf = (name: string, args: readonly unknown[]): string =>
  `${name}(${args.map(literal).join(', ')})`;

/** A file for Vitest over the package of the model. */
export interface TestText {
  /** What it takes from the package. */
  readonly names: Iterable<string>;
  /** What it is of, and where that is; a line each. */
  readonly about: readonly string[];
  /** Pairs: an answer as it is asked for, and what it says. */
  readonly rows: readonly (readonly [asked: string, says: unknown])[];
  /** How Vitest compares the two. */
  readonly by: 'toBe' | 'toMatchObject';
}

/** testText is answers of the model as a file for Vitest. */
export const testText = ({ names, about, rows, by }: TestText): string =>
  [
    "import { expect, it } from 'vitest';",
    `import { ${[...new Set(names)].toSorted().join(', ')} } from 'stage-two';`,
    '',
    ...about.map((line) => `// ${line.replace(/\s+/g, ' ')}`),
    'it.each([',
    ...rows.map(([asked, says]) => `  [${asked}, ${literal(says)}],`),
    `])('answer %#', (answer, says) => expect(answer).${by}(says));`,
    '',
  ].join('\n');

import { parseFrontmatter } from 'astro/markdown';
import type { z } from 'astro/zod';
import type { Problem } from '../problems.ts';
import { keyProblem, wrongKeys } from '../lists/schema-problem.ts';

interface Reading<Value> {
  value: Value | null;
  /** 1-based line of each key. */
  keyLines: ReadonlyMap<string, number>;
  problems: Problem[];
}

/** Reads the frontmatter of a page and checks it by a schema; every problem stands on the line of its key. */
export function readFrontmatter<Schema extends z.ZodObject>(
  text: string,
  file: string,
  schema: Schema,
): Reading<z.output<Schema>> {
  const lines = text.split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  const keys = readKeys(lines.slice(0, end));
  const keyLines = new Map([...keys].map(([key, { line }]) => [key, line] as const));
  const fail = (...problems: Problem[]): Reading<z.output<Schema>> => ({
    value: null,
    keyLines,
    problems,
  });
  if (lines[0] !== '---' || end < 0) return fail(missing(file, schema));
  let data: Record<string, unknown>;
  try {
    data = parseFrontmatter(text).frontmatter;
  } catch (error) {
    return fail(syntax(error, lines, file));
  }
  // YAML moves a day that no month has into the next month; the schema is to see what was written.
  for (const [key, value] of Object.entries(data))
    if (value instanceof Date) data[key] = keys.get(key)?.text ?? value;
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, keyLines, problems: [] };
  return fail(
    ...wrongKeys(result.error).map((key) => {
      const at = { code: 'frontmatter-key', file, line: keyLines.get(key) ?? end + 1 } as const;
      return keyProblem(
        schema.shape as Readonly<Record<string, z.ZodType>>,
        key,
        keys.get(key)?.text,
        at,
      );
    }),
  );
}

interface KeyLine {
  line: number;
  /** The value as written, without quotes and comment. */
  text: string;
}

function readKeys(lines: readonly string[]): Map<string, KeyLine> {
  const keys = new Map<string, KeyLine>();
  for (const [index, line] of lines.entries()) {
    const [, key, text = ''] = /^([\w-]+):\s*(.*?)\s*(?:\s#.*)?$/.exec(line) ?? [];
    if (key !== undefined) keys.set(key, { line: index + 1, text: unquote(text) });
  }
  return keys;
}

function unquote(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

function missing(file: string, { shape }: z.ZodObject): Problem {
  return {
    code: 'frontmatter-missing',
    file,
    line: 1,
    received: 'a page that does not begin with a block between two lines ---',
    expected: `frontmatter with ${Object.keys(shape).join(', ')}`,
    remedy: 'Begin the page with a line ---, the keys, and another line ---.',
  };
}

/** The YAML parser counts from 0 and begins behind the first `---`, on its very line. */
function syntax(error: unknown, lines: readonly string[], file: string): Problem {
  const { mark, reason } = error as { mark?: { line: number }; reason?: string };
  const line = (mark?.line ?? 0) + 1;
  return {
    code: 'frontmatter-syntax',
    file,
    line,
    received: lines[line - 1] ?? '',
    expected: `YAML that can be read (${reason ?? String(error)})`,
    remedy: 'Put the value in quotes if it holds a colon, a bracket or a number sign.',
  };
}

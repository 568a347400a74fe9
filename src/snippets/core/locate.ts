import type { ProgramPart, RawError, RunError } from './types.ts';

/** The text of a fence, by which a place in the program becomes a place in what the reader wrote. */
interface Written {
  readonly id: string;
  readonly code: string;
}

/**
 * locate moves a failure from the program to the fence that holds its line. `js` is needed only
 * where the column counts in compiled code; a column of the source passes unchanged without it.
 */
export function locate(
  raw: RawError,
  parts: readonly ProgramPart[],
  fences: readonly Written[],
  js?: string,
): RunError {
  const { name, message, errno } = raw;
  const bare = { name, message, ...(errno === undefined ? {} : { errno }) };
  const i = parts.findLastIndex(({ offset }) => raw.line !== null && raw.line > offset);
  const [part, fence] = [parts[i], fences[i]];
  if (!part || !fence || raw.line === null) return { ...bare, line: null, column: null };
  const lines = fence.code.split('\n');
  // A parser that runs out of code points behind the last line of the fence.
  const inside = raw.line - part.offset <= lines.length;
  const line = inside ? raw.line - part.offset : lines.length;
  const compiled = js?.split('\n')[raw.line - 1];
  const column = !inside
    ? null
    : raw.column === null || compiled === undefined
      ? raw.column
      : columnInSource(lines[line - 1] ?? '', compiled, raw.column);
  const where = { line, column };
  return i === parts.length - 1 ? { ...bare, ...where } : { ...bare, ...where, fence: part.id };
}

const TOKENS = /[\p{ID_Continue}$]+|\S/gu;

/**
 * columnInSource finds in a line of TypeScript what stands at `column` of the same line without
 * types. What is left of a line are tokens of the line in their order, so the first fit is taken.
 * Where nothing is left at `column`, as of an import, it counts in the source already.
 */
export function columnInSource(source: string, compiled: string, column: number): number {
  if (source === compiled || !/\S/.test(compiled[column - 1] ?? ' ')) return column;
  const tokens = source.matchAll(TOKENS);
  for (const token of compiled.matchAll(TOKENS)) {
    for (;;) {
      const next = tokens.next();
      if (next.done) return column;
      if (next.value[0] !== token[0]) continue;
      const end = token.index + token[0].length;
      if (column <= end) return next.value.index + Math.max(column - token.index, 1);
      break;
    }
  }
  return Math.max(column, source.length);
}

import { SOURCE_NAME } from '../core/limits.ts';
import type { RawError } from '../core/types.ts';
import { hint } from './hint.ts';
import { inspect } from './inspect.ts';
import * as p from './primordials.ts';

/** The lines that `async function anonymous(...\n) {\n` puts before a body. */
const WRAPPER_LINES = 2;
/** What a message is cut to. */
const LONGEST = 2000;

/** failure describes whatever was thrown; it never throws itself. */
export function failure(thrown: unknown): RawError {
  try {
    return describeThrown(thrown);
  } catch {
    return { name: 'Error', message: 'the thrown value cannot be read', line: null, column: null };
  }
}

function describeThrown(thrown: unknown): RawError {
  if (!p.isError(thrown)) {
    const message =
      typeof thrown === 'string' ? p.slice(thrown, 0, LONGEST) : inspect(thrown, 1000);
    return withCode({ name: 'Thrown', message, line: null, column: null }, thrown);
  }
  const { name, message } = thrown as Record<string, unknown>;
  const text = typeof message === 'string' ? p.slice(message, 0, LONGEST) : '';
  const raw = {
    name: typeof name === 'string' && name !== '' ? p.slice(name, 0, 100) : 'Error',
    message: text + hint(text),
  };
  const stack = stackOf(thrown);
  const found = place(stack);
  return withCode({ ...raw, ...(found.line === null ? ownPlace(thrown, stack) : found) }, thrown);
}

function withCode(raw: RawError, thrown: unknown): RawError {
  if (thrown === null || (typeof thrown !== 'object' && typeof thrown !== 'function')) return raw;
  const { code, errno } = thrown as Record<string, unknown>;
  const found = typeof code === 'string' ? code : typeof errno === 'string' ? errno : null;
  return found === null ? raw : { ...raw, errno: p.slice(found, 0, 100) };
}

/** A snippet may have put code of its own where the stack is made. */
function stackOf(thrown: unknown): unknown {
  try {
    return (thrown as { stack: unknown }).stack;
  } catch {
    return null;
  }
}

/**
 * place reads the innermost frame of the snippet from a stack. V8, SpiderMonkey and JavaScriptCore
 * all write it as `snippet.js:LINE:COLUMN`. No regular expressions: a snippet may replace their `exec`.
 */
function place(stack: unknown): { line: number | null; column: number | null } {
  const none = { line: null, column: null };
  if (typeof stack !== 'string') return none;
  const at = p.indexOf(stack, `${SOURCE_NAME}:`);
  if (at < 0) return none;
  const line = digits(stack, at + SOURCE_NAME.length + 1);
  const column = digits(stack, line.end + 1);
  if (line.end === column.end || line.value <= WRAPPER_LINES) return none;
  return { line: line.value - WRAPPER_LINES, column: column.value };
}

/**
 * ownPlace reads the fields in which JavaScriptCore says the place: its stacks name no file for code that was
 * made of a text. A file is one of ours, and lines of an `eval` are those of its own text.
 */
function ownPlace(thrown: unknown, stack: unknown): ReturnType<typeof place> {
  try {
    const { line, column, sourceURL } = thrown as Record<string, unknown>;
    const known = typeof line === 'number' && typeof column === 'number' && !sourceURL;
    const inEval = typeof stack === 'string' && p.indexOf(stack, 'eval code@') === 0;
    if (known && !inEval && line > WRAPPER_LINES) return { line: line - WRAPPER_LINES, column };
  } catch {
    // A snippet may have put code of its own there too.
  }
  return { line: null, column: null };
}

function digits(text: string, from: number): { value: number; end: number } {
  let value = 0;
  let end = from;
  for (; end < text.length && end < from + 9; end++) {
    const code = p.charCodeAt(text, end);
    if (code < 48 || code > 57) break;
    value = value * 10 + code - 48;
  }
  return { value, end };
}

import { refusedModules, takeImports } from './imports.ts';
import type { Binding } from './imports.ts';
import { columnInSource, locate } from './locate.ts';
import { stripTypes } from './strip.ts';
import type { Fence, ImportedName, Program, ProgramPart, RunError } from './types.ts';
import { isUsual } from './usual-names.ts';

/** What compile needs of a fence. */
export type Source = Pick<Fence, 'id' | 'code'>;

/** A program, or why there is none. */
export type Compiled =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly error: RunError };

/**
 * compile makes one program of the earlier fences of a group and, last, the fence that is run.
 * Only what is printed after the last `$at` is shown. Every line of a fence stays one line.
 */
export function compile(fences: readonly Source[]): Compiled {
  const parts = layOut(fences);
  const failed = (message: string, line: number | null, column: number | null): Compiled => {
    const raw = { name: 'SyntaxError', message, line, column };
    return { ok: false, error: locate(raw, parts, fences) };
  };
  const source = join(fences);
  const refused = refusedModules(source);
  if (refused) return failed(refused.message, ...place(source, refused.at));
  const stripped = stripTypes(source);
  if (!stripped.ok) return failed(stripped.message, lift(stripped.line), stripped.column);
  const taken = takeImports(stripped.js);
  const imports = taken.bindings.map(({ name, at }): ImportedName => {
    const [line, column] = place(stripped.js, at);
    const [written = '', bare = ''] = [source, stripped.js].map((text) => lineOf(text, line));
    return { name: unquote(name), line, column: columnInSource(written, bare, column) };
  });
  const js = `'use strict';try{${header(taken.bindings)}\n${taken.js}\n}catch($e){$no($e)}finally{$ok()}`;
  return { ok: true, program: { js, imports, whole: !isUsual(imports), parts } };
}

/** Parts are joined by one line of ours; the header takes the first line of the program. */
const join = (fences: readonly Source[]): string =>
  fences.map(({ code }, i) => (i === 0 ? code : `;$at(${i});\n${code}`)).join('\n');

/** place is the line and column, in the program, of an offset in the joined fences. */
function place(text: string, at: number): [line: number, column: number] {
  const before = text.slice(0, at).split('\n');
  return [before.length + 1, (before.at(-1)?.length ?? 0) + 1];
}

const lineOf = (text: string, line: number): string => text.split('\n')[line - 2] ?? '';

const lift = (line: number | null): number | null => (line === null ? null : line + 1);

function layOut(fences: readonly Source[]): ProgramPart[] {
  let offset = 1;
  return fences.map(({ id, code }) => {
    const part = { id, offset };
    offset += code.split('\n').length + 1;
    return part;
  });
}

/** header declares each imported name once, also where two fences of a group import it. */
function header(bindings: readonly Binding[]): string {
  const lines = bindings.map(
    ({ name, local }) =>
      `const ${local}=$two${name === '*' ? '' : `[${JSON.stringify(unquote(name))}]`};`,
  );
  return [...new Set(lines)].join('');
}

const unquote = (name: string): string => name.replace(/^(['"])(.*)\1$/, '$2');

import { join } from 'node:path';
import ts from 'typescript';
import type { CodeFence } from './fences.ts';
import { root } from './places.ts';
import type { Problem } from './problems.ts';
import { typeUnits, type TypeUnit } from './type-unit.ts';

/** What a snippet sees beside the language: no DOM, no Node. */
const GLOBALS = `
declare const console: Readonly<
  Record<'log' | 'info' | 'warn' | 'error', (...values: readonly unknown[]) => void>
> & { table(rows: unknown, columns?: readonly string[]): void };
/** Draws a value of the model; in a terminal it prints the same as text. */
declare function show(value: unknown): void;
`;

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  erasableSyntaxOnly: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  paths: { 'stage-two': [join(root, 'src/model/index.ts')] },
};

/** The program of the last check; what has not changed since is not read again. */
let last: ts.Program | undefined;

/** What is wrong with one fence. */
export interface FenceTypes {
  readonly fence: { readonly file: string; readonly line: number };
  readonly problems: readonly Problem[];
}

/** Type-checks all fences against the public API in one program of virtual modules. */
export function checkTypes(fences: readonly CodeFence[]): FenceTypes[] {
  const units = new Map(
    typeUnits(fences).map((unit, index) => [join(root, `fence-${index}.ts`), unit] as const),
  );
  const globals = join(root, 'fence-globals.d.ts');
  const texts = new Map([...units].map(([name, unit]) => [name, unit.text] as const));
  texts.set(globals, GLOBALS);
  const program = ts.createProgram([...texts.keys()], OPTIONS, makeHost(texts), last);
  last = program;
  return [...units].flatMap(([name, unit]) => {
    const file = program.getSourceFile(name);
    const found = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ];
    if (found.length === 0) return [];
    const { page, fence } = unit.fence;
    const problems = found.flatMap((diagnostic) => toProblem(diagnostic, unit));
    return [{ fence: { file: page.file, line: fence.line }, problems }];
  });
}

function makeHost(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.getSourceFile = (name, options) => {
    const earlier = last?.getSourceFile(name);
    const text = texts.get(name) ?? (isFixed(name) ? earlier?.text : readFile(name));
    if (earlier !== undefined && earlier.text === text) return earlier;
    return text === undefined
      ? getSourceFile(name, options)
      : ts.createSourceFile(name, text, options, true);
  };
  return host;
}

/** Files of packages do not change while a process runs. */
function isFixed(name: string): boolean {
  return name.includes('/node_modules/');
}

/** Faults of an earlier fence of the group are reported there. */
function toProblem(diagnostic: ts.Diagnostic, { fence, text, firstLine }: TypeUnit): Problem[] {
  const before = text.slice(0, diagnostic.start ?? 0).split('\n');
  const line = before.length - 1 - firstLine;
  if (line < 0) return [];
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
  return [
    {
      code: 'type-error',
      file: fence.page.file,
      line: fence.fence.line + 1 + line,
      id: fence.id,
      received: fence.code.split('\n')[line]?.trim() ?? '',
      expected: `code without TS${diagnostic.code}: ${message}`,
      remedy: "Correct the code; the types are those of 'stage-two'.",
    },
  ];
}

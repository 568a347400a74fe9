import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../root.ts';
import { moduleText } from './type-module.ts';

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

/** One finding of the compiler, at a 0-based line of its module. */
export interface Finding {
  readonly line: number;
  readonly code: number;
  readonly message: string;
}

/** What the compiler finds in the last of each of these lists of fences, in one program of virtual modules. */
export function findTypes(units: readonly (readonly string[])[]): Finding[][] {
  const names = new Map(
    units.map((codes, index) => [join(root, `fence-${index}.ts`), moduleText(codes)] as const),
  );
  const texts = new Map(names).set(join(root, 'fence-globals.d.ts'), GLOBALS);
  const program = ts.createProgram([...texts.keys()], OPTIONS, makeHost(texts), last);
  last = program;
  return [...names].map(([name, text]) => {
    const file = program.getSourceFile(name);
    const found = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ];
    return found.map((diagnostic) => toFinding(diagnostic, text));
  });
}

function toFinding({ start, code, messageText }: ts.Diagnostic, text: string): Finding {
  return {
    line: text.slice(0, start ?? 0).split('\n').length - 1,
    code,
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  };
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

import ts from 'typescript';
import { programFences } from '../snippets/core/group.ts';
import type { CodeFence } from './fences.ts';

/** One virtual module: a fence, with the earlier fences of its group above it. */
export interface TypeUnit {
  readonly fence: CodeFence;
  readonly text: string;
  /** 0-based line of the module on which the fence itself begins. */
  readonly firstLine: number;
}

/** The module of each fence, put together as the run puts the program together. */
export function typeUnits(fences: readonly CodeFence[]): TypeUnit[] {
  const runs = fences.filter((fence) => fence.mode === 'run');
  return fences.map((fence) => {
    const near = runs.filter(({ page }) => page === fence.page);
    const parts = fence.mode === 'run' ? programFences(near, near.indexOf(fence)) : [fence];
    const text = mergeImports(parts.map(({ code }) => code)).join('\n');
    return { fence, text, firstLine: text.split('\n').length - fence.code.split('\n').length };
  });
}

/** A run declares each imported name once; so later imports of a name are blanked, lines kept. */
function mergeImports(codes: readonly string[]): string[] {
  const seen = new Set<string>();
  return codes.map((code) => {
    const doubles = importedNames(code).filter(({ local }) => seen.has(local) || !seen.add(local));
    return doubles.reduceRight((text, { from, to }) => blank(text, from, to), code);
  });
}

function importedNames(code: string): { local: string; from: number; to: number }[] {
  const file = ts.createSourceFile('fence.ts', code, ts.ScriptTarget.Latest);
  return file.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) return [];
    return bindings.elements.map((element, index, all) => ({
      local: element.name.text,
      from: element.getStart(file),
      to: all[index + 1]?.getStart(file) ?? bindings.end - 1,
    }));
  });
}

function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + text.slice(to);
}

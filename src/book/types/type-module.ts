import ts from 'typescript';

/** The text of a virtual module: fences of a group, the last of which is checked; lines are kept. */
export function moduleText(codes: readonly string[]): string {
  return mergeImports(codes).join('\n');
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

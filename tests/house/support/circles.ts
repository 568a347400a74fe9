import type { Import } from './imports.ts';

/** Files that import one another, directly or through others; each circle by name, sorted. */
export function circlesOf(imports: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports)
    if (!to.startsWith('package:')) targets.set(from, [...(targets.get(from) ?? []), to]);
  return strongParts(targets)
    .filter((files) => files.length > 1 || targets.get(files[0] ?? '')?.includes(files[0] ?? ''))
    .map((files) => files.toSorted());
}

/** Tarjan's strongly connected components. */
function strongParts(targets: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const parts: string[][] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file) ?? 0);
    open.push(file);
    for (const to of targets.get(file) ?? []) {
      if (!index.has(to)) visit(to);
      else if (!open.includes(to)) continue;
      low.set(file, Math.min(low.get(file) ?? 0, low.get(to) ?? 0));
    }
    if (low.get(file) === index.get(file)) parts.push(open.splice(open.indexOf(file)));
  };
  for (const file of targets.keys()) if (!index.has(file)) visit(file);
  return parts;
}

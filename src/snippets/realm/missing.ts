import { MODULE } from '../core/parameters.ts';
import type { ImportedName, RawError } from '../core/types.ts';

/** missingExport is the failure of the first import that the module does not have; null: all are there. */
export function missingExport(module: object, imports: readonly ImportedName[]): RawError | null {
  const names = Object.keys(module);
  for (const { name, line, column } of imports) {
    if (name === '*' || names.includes(name)) continue;
    const near = nearest(name, names);
    const advice = near === null ? '' : ` Is it ${near}?`;
    const message = `'${MODULE}' has no export ${name}.${advice}`;
    return { name: 'SyntaxError', message, line, column };
  }
  return null;
}

/** nearest is the name that shares the most letter pairs with the wanted one, if that is at least half. */
function nearest(wanted: string, names: readonly string[]): string | null {
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(text.length - 1, 0) }, (_, i) =>
      text.slice(i, i + 2).toLowerCase(),
    );
  const own = pairs(wanted);
  let best: string | null = null;
  let most = 0.5;
  for (const name of names) {
    const other = pairs(name);
    const shared = own.filter((pair) => other.includes(pair)).length;
    const score = (2 * shared) / (own.length + other.length || 1);
    if (score > most) [best, most] = [name, score];
  }
  return best;
}

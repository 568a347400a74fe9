import { nearest } from '../../model/index.ts';
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

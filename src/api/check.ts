import type { ApiEntry } from './api.ts';

/** A public name without a docstring, as a line of a report. */
export function undocumented(api: readonly ApiEntry[]): string[] {
  return api
    .filter(({ doc }) => doc === '')
    .map(
      ({ file, line, name, kind }) =>
        `${file}:${line}  ${name}\n` +
        `  received  a public ${kind} without a docstring\n` +
        '  expected  /** What it means, its units or bits, its errors, its source. */\n' +
        '  remedy    Write one above the declaration, or take the name out of src/model/index.ts.',
    );
}

/** The report of a check, with a closing line. */
export function renderApiReport(api: readonly ApiEntry[]): string {
  const missing = undocumented(api);
  const closing =
    missing.length === 0
      ? `${api.length} public names, each with a docstring.`
      : `${missing.length} of ${api.length} public names without a docstring.`;
  return `${[...missing, closing].join('\n\n')}\n`;
}

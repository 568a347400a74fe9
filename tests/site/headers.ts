/** One block of a `_headers` file: a path pattern, and what it sets and takes away. */
interface Rule {
  readonly pattern: RegExp;
  readonly set: (readonly [name: string, value: string])[];
  readonly drop: string[];
}

/** Reads the format that static hosts share: a path in the first column, its headers indented. */
export function readHeaders(text: string): Rule[] {
  const rules: Rule[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      const parts = line
        .trim()
        .split('*')
        .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
      rules.push({ pattern: new RegExp(`^${parts.join('.*')}$`), set: [], drop: [] });
      continue;
    }
    const rule = rules.at(-1);
    const [, drop, name, value] = /^\s+(!\s*)?([\w-]+)(?::\s*(.*))?$/.exec(line) ?? [];
    if (!rule || name === undefined)
      throw new Error(`_headers: cannot read ${JSON.stringify(line)}`);
    if (drop) rule.drop.push(name.toLowerCase());
    else rule.set.push([name.toLowerCase(), value ?? '']);
  }
  return rules;
}

/** Headers of one path; a header that several rules set is sent with all values, as hosts do. */
export function headersFor(rules: readonly Rule[], path: string): Record<string, string[]> {
  const headers: Record<string, string[]> = {};
  for (const { set, drop } of rules.filter(({ pattern }) => pattern.test(path))) {
    for (const name of drop) delete headers[name];
    for (const [name, value] of set) (headers[name] ??= []).push(value);
  }
  return headers;
}

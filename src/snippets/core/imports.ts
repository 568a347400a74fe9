import { parser } from '@lezer/javascript';
import { MODULE } from './parameters.ts';

/** One imported name: `name` of the module, `local` in the code, at the offset `at`. */
export interface Binding {
  readonly name: string;
  readonly local: string;
  readonly at: number;
}

/** Something at an offset that a snippet may not say. */
export interface Refusal {
  readonly message: string;
  readonly at: number;
}

const ONLY = `A snippet imports from '${MODULE}' only, with a static import.`;
const typed = parser.configure({ dialect: 'ts' });

const REFUSED: Readonly<Record<string, string>> = {
  DynamicImport: `import() is not available. ${ONLY}`,
  ImportMeta: `import.meta is not available. ${ONLY}`,
  ExportDeclaration: 'A snippet exports nothing: remove export.',
};

/** An import as almost every snippet writes it: at the begin of a line, whole, and allowed. */
const PLAIN = new RegExp(`^import (?:type )?\\{[^{}]*\\} from '${MODULE}';$`, 'gm');

/** True where code says nothing of modules but plain imports: then there is no need to parse it. */
function isPlain(code: string): boolean {
  return !/\b(?:import|export)\b/.test(code.replace(PLAIN, ''));
}

/** refusedModules finds, in TypeScript, the first way to other code than the one module; null: none. */
export function refusedModules(code: string): Refusal | null {
  if (isPlain(code)) return null;
  let first: Refusal | null = null;
  typed.parse(code).iterate({
    enter({ name, from, to }) {
      const message =
        name === 'ImportDeclaration' ? refusedImport(code.slice(from, to)) : REFUSED[name];
      if (typeof message === 'string') first ??= { message, at: from };
      return first === null;
    },
  });
  return first;
}

const STATEMENT =
  /^import\s*(?:type\b(?!\s*from))?\s*(?:([\s\S]*?)\s*\bfrom\s*)?(['"])(.*?)\2\s*;?\s*$/;
const NAMED = /([\w$]+|(['"]).*?\2)(?:\s+as\s+([\w$]+))?/g;

function refusedImport(statement: string): string | null {
  const [, clause = '', , module] = STATEMENT.exec(statement) ?? [];
  if (module === undefined) return `This import cannot be read. ${ONLY}`;
  if (module !== MODULE) return `There is no module '${module}' here. ${ONLY}`;
  return clause === '' || clause.startsWith('{') || clause.startsWith('*')
    ? null
    : `'${MODULE}' has no default export. Write: import { name } from '${MODULE}'`;
}

/** takeImports blanks out the imports of JavaScript, so that length and lines stay, and lists their names. */
export function takeImports(js: string): {
  readonly js: string;
  readonly bindings: readonly Binding[];
} {
  const bindings: Binding[] = [];
  let out = js;
  for (const { from, to } of importsOf(js)) {
    const text = js.slice(from, to);
    for (const b of readNames(text)) bindings.push({ ...b, at: from + b.at });
    out = out.slice(0, from) + text.replace(/[^\n]/g, ' ') + out.slice(to);
  }
  return { js: out, bindings };
}

/** Where the imports of JavaScript stand. */
function importsOf(js: string): { readonly from: number; readonly to: number }[] {
  const plain = [...js.matchAll(PLAIN)].map(({ index, 0: text }) => ({
    from: index,
    to: index + text.length,
  }));
  // Only a template or a comment of several lines can hold what looks like one.
  if (isPlain(js) && !/`|\/\*/.test(js.slice(0, plain.at(-1)?.from ?? 0))) return plain;
  const found: { from: number; to: number }[] = [];
  parser.parse(js).iterate({
    enter({ name, from, to }) {
      if (name === 'ImportDeclaration') found.push({ from, to });
    },
  });
  return found;
}

function readNames(statement: string): Binding[] {
  const clause = STATEMENT.exec(statement)?.[1] ?? '';
  const all = /^\*\s*as\s+([\w$]+)$/.exec(clause);
  if (all) return [{ name: '*', local: all[1] ?? '', at: statement.indexOf('*') }];
  const start = statement.indexOf('{') + 1;
  const names = /^\{([\s\S]*)\}$/.exec(clause)?.[1] ?? '';
  return [...names.matchAll(NAMED)].map((m) => {
    const name = m[1] ?? '';
    return { name, local: m[3] ?? name, at: start + m.index };
  });
}

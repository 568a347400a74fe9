import { FILL } from '../../src/book/checks/unfilled-check.ts';
import { KERNELS, NEWEST } from '../../src/model/kvm/kernels/rule-names.ts';
import { taken, unread, type Made, type Project } from './recipe.ts';

const FOLDER = 'src/model/kvm/kernels';
const LIST = `${FOLDER}/list.ts`;
const RELEASES = `${FOLDER}/releases.ts`;

const numbersOf = (name: string): [number, number] | null => {
  const found = /^v([1-9]\d?)\.(0|[1-9]\d?)$/.exec(name);
  return found && [Number(found[1]), Number(found[2])];
};
const constant = (name: string): string => name.replace('.', '');

/**
 * kernel makes a rule set for a release that is newer than all others. It begins with the rules of the
 * newest and says that nobody has read it: what differs is for whoever reads it.
 */
export function kernel(name: string, project: Project): Made {
  const numbers = numbersOf(name);
  const newest = numbersOf(NEWEST) ?? [0, 0];
  const path = `${FOLDER}/${name}.ts`;
  if (KERNELS.some((one) => one === name) || (numbers && project.read(path) !== null))
    return taken(name, path);
  if (!numbers || numbers[0] < newest[0] || (numbers[0] === newest[0] && numbers[1] < newest[1]))
    return {
      ok: false,
      code: 'bad-name',
      received: JSON.stringify(name),
      expected: `a release newer than ${NEWEST}, as vMAJOR.MINOR`,
      remedy:
        numbers === null
          ? 'Write for example v8.0.'
          : 'Releases between two rule sets are a row of releases.ts; see CONTRIBUTING.md.',
    };
  const list = project.read(LIST);
  const all = list && /^export const ALL = \[(.+)\] as const;$/m.exec(list);
  if (!list || !all) return unread(LIST, 'a line export const ALL = [...] as const;');
  const releases = project.read(RELEASES);
  const begin = 'const ROWS: readonly Row[] = [\n';
  if (!releases?.includes(begin)) return unread(RELEASES, begin.trim());
  const [own, old] = [constant(name), constant(NEWEST)];
  const last = `import { ${old} } from './${NEWEST}.ts';\n`;
  const from = `    from: [${numbers.join(', ')}],\n`;
  const row = `  {\n${from}    rules: '${name}',\n    status: 'unknown',\n    note: 'not read yet; answers by the rules of ${NEWEST}',\n    source: ['CODE734'],\n  },\n`;
  // Of two rows that begin with one release the first would hide the other.
  const apart = releases.replace(new RegExp(`  \\{\\n${escaped(from)}[^}]*\\},\\n`), '');
  return {
    ok: true,
    files: [
      { path, text: rules(name, own, old) },
      {
        path: LIST,
        text: list
          .replace(last, `${last}import { ${own} } from './${name}.ts';\n`)
          .replace(all[0], `export const ALL = [${all[1]}, ${own}] as const;`),
      },
      { path: RELEASES, text: apart.replace(begin, `${begin}${row}`) },
    ],
    next: [
      `Name what differs from ${NEWEST} in ${path}, and its source in content/data/sources.json; then say confirmed in ${RELEASES}.`,
      'Put its vectors into tests/vectors/data/, run npm run check, npm run outputs and npm test: they name each table, snippet and page that shows one kernel too few.',
    ],
  };
}

const escaped = (text: string): string => text.replaceAll(/[[\]()]/g, '\\$&');

const rules = (
  name: string,
  own: string,
  old: string,
): string => `import type { KernelRules } from './rules.ts';
import { ${old} } from './${NEWEST}.ts';

/** ${FILL} which source was read, and how. Until then ${name} answers as ${NEWEST} does. */
export const ${own} = { ...${old}, name: '${name}' } as const satisfies KernelRules;
`;

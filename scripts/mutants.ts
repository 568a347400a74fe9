// npm run mutants [-- PATH... [--list]]: mutation testing of src/model, or of what lies under PATH.
//
// Exits 1 where fewer than 92 % of the mutants are killed, or where one survives that docs/mutants.md
// does not explain. `--list` brings the tables of docs/mutants.md up to date. RECORD=1 writes what came
// of each file for /quality/ and /evidence/.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AREAS } from '../tests/mutants/areas.ts';
import { readList, unexplained, updated, writeList } from './mutants/list.ts';
import { record } from './mutants/record.ts';
import { grouped, readReport, scoreOf, type Mutant } from './mutants/report.ts';

const REQUIRED = 92;
const root = join(import.meta.dirname, '..');
const listFile = join(root, 'docs/mutants.md');
const args = process.argv.slice(2);
const paths = args.filter((arg) => !arg.startsWith('--')).map((path) => path.replace(/\/+$/, ''));

/** What to mutate in an area, as Stryker takes it; empty where no path concerns the area. */
function targets(folder: string): string[] {
  const whole = `src/model/${folder}`;
  if (paths.length === 0 || paths.some((path) => `${whole}/`.startsWith(`${path}/`)))
    return [`${whole}/**/*.ts`];
  return paths
    .filter((path) => path.startsWith(`${whole}/`))
    .map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.ts`));
}

function run(folder: string): Mutant[] | null {
  const mutate = targets(folder);
  if (mutate.length === 0) return [];
  const { status } = spawnSync('stryker', ['run', '--mutate', mutate.join(',')], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTANTS_AREA: folder },
  });
  return status === 0 ? readReport(join(root, `.cache/mutants/${folder}.json`)) : null;
}

function say(name: string, mutants: readonly Mutant[]): void {
  const { killed, survived, invalid, percent } = scoreOf(mutants);
  const counts = `${killed} killed, ${survived} survived, ${invalid} do not load`;
  console.log(`${name.padEnd(20)} ${percent.toFixed(1).padStart(5)} %  ${counts}`);
}

/** The folder of a mutant, two levels deep: `arch/combine`. */
const folderOf = ({ file }: Mutant) => file.split('/').slice(0, -1).slice(0, 2).join('/');

function main(): number {
  const mutants: Mutant[] = [];
  for (const { folder } of AREAS) {
    const found = run(folder);
    if (found === null) return 2;
    mutants.push(...found);
  }
  if (process.env['RECORD']) record(mutants);
  if (mutants.length === 0) {
    console.error(`no mutants under ${paths.join(', ')}; expected a path such as src/model/arch`);
    return 2;
  }
  for (const [folder, some] of grouped(mutants, folderOf)) say(folder, some);
  say('all', mutants);

  const survivors = mutants.filter(({ outcome }) => outcome === 'survived');
  const files = new Set(mutants.map(({ file }) => file));
  const sections = readList(readFileSync(listFile, 'utf8'));
  if (args.includes('--list'))
    writeFileSync(listFile, writeList(updated(sections, survivors, files)));
  const open = unexplained(sections, survivors);
  for (const { file, line, code, replacement } of open)
    console.error(`src/model/${file}:${line} survived: ${code} -> ${replacement}`);
  if (open.length > 0)
    console.error(
      `${open.length} survivors without a reason; test them, or: npm run mutants -- --list`,
    );
  const { percent } = scoreOf(mutants);
  if (percent < REQUIRED)
    console.error(`expected ${REQUIRED} % killed, got ${percent.toFixed(1)} %`);
  return open.length > 0 || percent < REQUIRED ? 1 : 0;
}

process.exitCode = main();
